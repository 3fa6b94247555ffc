import { readFile } from 'node:fs/promises'
import path from 'node:path'
import electronLog from 'electron-log/node'
import type { Log } from '../ports'
import { lineOf } from '../log/lineOf'

/** What the log holds now, the older file first. */
export async function readLog(folder: string): Promise<string> {
  const files = await Promise.all(['main.old.log', 'main.log'].map((name) => readFile(path.join(folder, name), 'utf8').catch(() => '')))
  return files.join('')
}

/** Log file of 1 MB, one older kept, in `folder`; also on the console while developing. */
export function electronLogFile(folder: string, toConsole: boolean): Log {
  const logger = electronLog.create({ logId: 'main' })
  logger.transports.file.resolvePathFn = () => path.join(folder, 'main.log')
  logger.transports.file.maxSize = 1_000_000
  logger.transports.file.format = '{iso} {level} {text}'
  if (!toConsole) logger.transports.console.level = false
  return {
    info: (event, fields) => { logger.info(lineOf(event, fields)) },
    warn: (event, fields) => { logger.warn(lineOf(event, fields)) },
  }
}
