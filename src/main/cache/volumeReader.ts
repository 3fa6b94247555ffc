import type * as v from 'valibot'
import type { Kept } from '@main/feed/feed'
import { decodeDay } from './daySegment'
import { MANIFEST, nameOfDay, noteGeneration, readInto, type Ledger, type ListName } from './ledger'
import { decodeList, decodeRows, digestOf } from './listSegment'
import { decodeManifest } from './manifest'
import type { Picture } from './picture'
import type { Segments } from './segments'

/** Reads an account's files into the picture and the ledger. Nothing here throws. */
export interface VolumeReader {
  /** The files, once the manifest has been read; undefined where nothing is kept. */
  opened: Promise<Segments | undefined>
  /** Reads a day, once. */
  day: (day: number) => Promise<void>
  list: <T>(name: ListName, schema: v.GenericSchema<unknown, T>) => Promise<Kept<T> | undefined>
}

/** See `VolumeReader`. */
export function volumeReader(segments: Promise<Segments | undefined>, shown: Picture, ledger: Ledger): VolumeReader {
  const days = new Map<number, Promise<void>>()

  async function open() {
    const files = await segments
    const bytes = await files?.read(MANIFEST)
    const manifest = bytes && decodeManifest(bytes)
    if (manifest) readInto(ledger, manifest)
    // Without it each file still says when its rows were fetched.
    else if (bytes) await files?.setAside(MANIFEST)
    return files
  }
  const opened = open()

  async function readDay(day: number) {
    const files = await opened
    const name = nameOfDay(day)
    const bytes = await files?.read(name)
    if (!files || !bytes) return
    const stored = decodeDay(bytes)
    if (!stored || !noteGeneration(ledger, name, stored.generation)) await files.setAside(name)
    // A day that came into the picture meanwhile is newer.
    else if (!shown.days.has(day)) shown.put(day, stored.day)
  }

  return {
    opened,
    day(day) {
      const reading = days.get(day) ?? readDay(day)
      days.set(day, reading)
      return reading
    },
    async list(name, schema) {
      const files = await opened
      const bytes = await files?.read(name)
      if (!files || !bytes) return undefined
      const stored = decodeList(bytes)
      const value = stored && noteGeneration(ledger, name, stored.generation) ? decodeRows(stored.rows, schema) : undefined
      if (!stored || value === undefined) {
        await files.setAside(name)
        return undefined
      }
      ledger.digests.set(name, digestOf(stored.rows))
      const { fetchedAt, unusable } = ledger.lists.get(name) ?? stored
      return { value, fetchedAt: Math.max(fetchedAt, stored.fetchedAt), unusable }
    },
  }
}
