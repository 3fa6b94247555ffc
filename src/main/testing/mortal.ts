import * as fs from 'node:fs/promises'
import type { Transport } from '@main/ports'
import type { Disk } from '@main/secrets/durableFile'

/** A program's hold on the world, until it is killed. */
interface Mortal {
  transport: Transport
  disk: Disk
  isAlive: () => boolean
  /** As by SIGKILL: its connections drop, and nothing that it begins or awaits ever comes to an end. */
  kill: () => void
}

/** Stands between a composed program and network and disk. */
export function mortal(transport: Transport, disk: Disk = fs): Mortal {
  const life = new AbortController()
  const isAlive = () => !life.signal.aborted
  const whileAlive = <T>(task: () => Promise<T>) => new Promise<T>((resolve, reject) => {
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
    disk: { ...disk, open: ((...of: Parameters<Disk['open']>) => whileAlive(() => disk.open(...of))) as Disk['open'] },
    isAlive,
    kill: () => { life.abort() },
  }
}
