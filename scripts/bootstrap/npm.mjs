import fs from 'node:fs'
import path from 'node:path'
import { runCommand } from './command.mjs'
import { SetupFailure } from './failure.mjs'

// npm's own default waits for minutes before it admits that there is no network.
const patience = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000']

/** The npm that started us, else the one beside Node on Windows (its npm.cmd can not be started without a shell), else `npm`. */
const npmCommand = (env) => {
  const beside = path.join(path.dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js')
  const script = /npm-cli\.c?js$/.test(env.npm_execpath ?? '') ? env.npm_execpath : beside
  return fs.existsSync(script) ? [process.execPath, [script]] : ['npm', []]
}

/**
 * Runs npm with the given arguments; options and answer as of runCommand.
 * An `npm run --silent` around us would silence the errors that we explain, so the level is always given.
 */
export const npm = async (args, { env = process.env, quick = false, ...options } = {}) => {
  const [command, before] = npmCommand(env)
  try {
    return await runCommand(command, [...before, ...args, ...(quick ? patience : [])], { env, ...options })
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
    throw new SetupFailure('npm was not found.', 'Install Node together with its npm from https://nodejs.org, then run the same command again.')
  }
}
