import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { SetupFailure } from '../bootstrap/failure.mjs'
import { startServer } from './processes.mjs'

const startTime = 10_000

/** Whether windows can be opened on this machine as it is. */
export const hasDisplay = (env = process.env, platform = process.platform) =>
  platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)

/** An Xauthority file with one cookie for every display: only who can read it may look at the screen. */
export const authority = (cookie) => {
  const anyDisplay = Buffer.from([0xff, 0xff])
  const field = (content) => Buffer.concat([Buffer.from([content.length >> 8, content.length & 0xff]), content])
  const fields = [Buffer.alloc(0), Buffer.alloc(0), Buffer.from('MIT-MAGIC-COOKIE-1'), cookie]
  return Buffer.concat([anyDisplay, ...fields.map(field)])
}

/** X's sockets live in a folder that everybody may write to. A bare container does not have it, and X itself makes it for root only. */
export const ensureSocketFolder = (folder = '/tmp/.X11-unix') => {
  if (fs.existsSync(folder)) return
  fs.mkdirSync(folder)
  fs.chmodSync(folder, 0o1777)
}

const displayNumber = (child) => new Promise((resolve, reject) => {
  const failed = (reason) => reject(new SetupFailure(
    `The virtual display (Xvfb) did not start: ${reason}.`,
    'Install it (Debian: apt-get install xvfb), then run the same command again.',
  ))
  const late = setTimeout(() => failed('it said nothing for ten seconds'), startTime)
  child.stdio[3].setEncoding('utf8').once('data', (text) => resolve(text.trim()))
  child.once('error', (error) => failed(error.code ?? error.message))
  child.once('exit', () => failed('it ended at once'))
  for (const event of ['error', 'exit']) child.once(event, () => clearTimeout(late))
  child.stdio[3].once('data', () => clearTimeout(late))
})

/**
 * Starts a private Xvfb on a free display; it keeps its secret in `folder`. Answers { env, child }: the variables for
 * programs that shall appear on it. Throws SetupFailure.
 */
export const startDisplay = async (folder, { env, size = '1440x900' }) => {
  const secret = path.join(folder, 'xauthority')
  fs.writeFileSync(secret, authority(randomBytes(16)), { mode: 0o600 })
  ensureSocketFolder()
  const args = ['-displayfd', '3', '-auth', secret, '-nolisten', 'tcp', '-noreset', '-screen', '0', `${size}x24`]
  const child = startServer('Xvfb', args, { env, pipe: true })
  return { child, env: { DISPLAY: `:${await displayNumber(child)}`, XAUTHORITY: secret } }
}
