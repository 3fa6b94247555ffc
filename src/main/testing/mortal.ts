import * as fs from 'node:fs/promises'
import type { Transport } from '@main/ports'
import type { Disk } from '@main/secrets/durableFile'

/** A program's hold on the world, until it is killed. */
interface Mortal {
  transport: Transport
  disk: Disk
  isAlive: () => boolean
  /** As by SIGKILL: its connections drop, its files are closed, and nothing that it begins or awaits ever comes to an end. */
  kill: () => void
}

type WhileAlive = <T>(task: () => Promise<T>) => Promise<T>

/** Stands between a composed program and network and disk. */
export function mortal(transport: Transport, disk: Disk = fs): Mortal {
  const life = new AbortController()
  const isAlive = () => !life.signal.aborted
  const whileAlive: WhileAlive = (task) => new Promise((resolve, reject) => {
    if (isAlive()) task().then((value) => { if (isAlive()) resolve(value) }, (cause: unknown) => { if (isAlive()) reject(cause) })
  })
  const bound = ({ signal, ...init }: RequestInit): RequestInit =>
    ({ ...init, signal: AbortSignal.any([life.signal, ...signal ? [signal] : []]) })
  return {
    transport: {
      allow: transport.allow,
      read: (url, init) => whileAlive(() => transport.read(url, bound(init))),
      write: (url, init, lane) => whileAlive(() => transport.write(url, bound(init), lane)),
    },
    disk: { ...disk, open: (...of) => whileAlive(async () => mortalHandle(await disk.open(...of), life.signal, whileAlive)) },
    isAlive,
    kill: () => { life.abort() },
  }
}

/** What was begun before the kill goes on as in an operating system, and then the file is closed. */
function mortalHandle(handle: fs.FileHandle, signal: AbortSignal, whileAlive: WhileAlive): fs.FileHandle {
  const { write, sync, datasync, truncate, stat, close } = handle
  const ended = () => { close.call(handle).catch(() => undefined) }
  if (signal.aborted) ended()
  signal.addEventListener('abort', ended, { once: true })
  const lasting = <A extends unknown[], T>(task: (...given: A) => Promise<T>) =>
    (...given: A) => whileAlive(() => task.apply(handle, given))
  return Object.assign(handle, {
    write: lasting(write as never), sync: lasting(sync), datasync: lasting(datasync),
    truncate: lasting(truncate), stat: lasting(stat as never),
    close: lasting(async () => {
      signal.removeEventListener('abort', ended)
      await close.call(handle)
    }),
  })
}
