import type { After } from '@main/feed/after'
import { coalesce } from '@main/feed/coalesce'
import type { Kept } from '@main/feed/feed'
import type { SlotTable } from '@main/slots/slotTable'
import type { CacheState } from '@shared/domain/cacheState'
import type { StoredSlots } from './daySegment'
import { emptyLedger, LISTS, MANIFEST, nameOfDay, type Ledger, type ListName } from './ledger'
import { picture, type Picture } from './picture'
import { CAPACITY, keptDays } from './retention'
import type { Segments } from './segments'
import { volumeReader, type VolumeReader } from './volumeReader'
import { writePending, type Pending } from './volumeWriter'

/** Answers of several clinics come close together: one write of a day for all of them. */
const WRITE_AFTER_MS = 500

/** What is kept of one account, while it is open. Nothing here throws. */
export interface Volume {
  /** Sees to it that a day has been read, if it is kept. */
  recall: (day: number) => Promise<void>
  /** Resolves when every kept day has been read. */
  recalled: Promise<void>
  /** A clinic's slots of a day, and when they were fetched; undefined when that is not known (yet). */
  column: (clinicId: number, day: number) => (StoredSlots & { unusable: number }) | undefined
  /** A clinic's slots of all kept days, as far as they have been read; undefined when none is known. */
  table: (clinicId: number) => SlotTable | undefined
  keepSlots: (clinicId: number, kept: Kept<SlotTable>) => void
  list: VolumeReader['list']
  keepList: (name: ListName, kept: Kept<unknown>) => void
  /** Waits until all that was kept so far is on the disk. False when the disk refused, or the volume was closed. */
  settled: () => Promise<boolean>
  /** Nothing is written any more, but for the one file that is being written. */
  close: () => void
}

interface Options {
  /** Undefined where nothing may be kept. */
  segments: Promise<Segments | undefined>
  /** Today's number on the clinics' clock. */
  today: () => number
  after: After
  /** All writes of the program's cache, one after the other. */
  turn: <T>(task: () => Promise<T>) => Promise<T>
  onWritten: (failing: CacheState['failing']) => void
  /** Told of a clinic's first answer, with what an earlier start kept of it up to a day (by number). */
  onOutdated?: Outdated
  capacity?: number
}

export type Outdated = (clinicId: number, before: SlotTable, after: SlotTable, to: number) => void

/** See `Volume`. */
export function openVolume({ segments, today, onOutdated, ...options }: Options): Volume {
  const shown = picture()
  const ledger = emptyLedger()
  const pending: Pending = { days: new Set(), lists: new Map(), news: false }
  const reading = volumeReader(segments, shown, ledger)
  const met = new Set<number>()
  const { recalled, keep, settled, close } = keeping({ reading, shown, ledger, pending, today, ...options })

  return {
    recall: reading.day,
    recalled,
    column(clinicId, day) {
      const slots = shown.days.get(day)?.get(clinicId)
      const answer = ledger.clinics.get(clinicId)
      return slots && { ...slots, fetchedAt: Math.max(slots.fetchedAt, answer?.fetchedAt ?? 0), unusable: answer?.unusable ?? 0 }
    },
    table: shown.table,
    keepSlots(clinicId, { value, fetchedAt, unusable }) {
      keep(() => {
        const before = met.has(clinicId) ? undefined : shown.table(clinicId)
        met.add(clinicId)
        if (before) onOutdated?.(clinicId, before, value, shown.lastDay(clinicId))
        for (const day of shown.take(clinicId, value, { days: keptDays(today()), fetchedAt })) pending.days.add(day)
        ledger.clinics.set(clinicId, { fetchedAt, unusable })
      })
    },
    list: reading.list,
    keepList(name, kept) {
      keep(() => {
        pending.lists.set(name, kept)
        ledger.lists.set(name, { fetchedAt: kept.fetchedAt, unusable: kept.unusable })
      })
    },
    settled,
    close,
  }
}

type Keeping = Omit<Options, 'segments'> & { reading: VolumeReader, shown: Picture, ledger: Ledger, pending: Pending }

/** When what is written: nothing before all days were read, for only a day that is known can be changed. */
function keeping({ reading, shown, ledger, pending, today, after, turn, onWritten, capacity = CAPACITY }: Keeping) {
  let isClosed = false
  const hint = coalesce(WRITE_AFTER_MS, after, () => { void write() })

  async function recallAll() {
    for (const day of keptDays(today())) if (!isClosed) await reading.day(day)
    const files = await reading.opened
    if (!isClosed) await turn(async () => files?.tidy([MANIFEST, ...LISTS, ...keptDays(today()).map(nameOfDay)]))
  }
  const recalled = recallAll()
  let taking = recalled

  async function write(): Promise<boolean> {
    await taking
    const files = await reading.opened
    return turn(async () => {
      if (!files || isClosed) return false
      const failing = await writePending({ files, shown, ledger, pending, today, capacity, isClosed: () => isClosed })
      if (!isClosed) onWritten(failing)
      return failing === null && !isClosed
    })
  }

  return {
    recalled,
    keep(take: () => void) {
      taking = recalled.then(() => {
        if (isClosed) return
        take()
        pending.news = true
        hint.touch()
      })
    },
    settled() {
      hint.cancel()
      return write()
    },
    close() {
      isClosed = true
      hint.cancel()
    },
  }
}
