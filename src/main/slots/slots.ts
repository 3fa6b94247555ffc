import { coalesce } from '@main/feed/coalesce'
import { feed, type Feed } from '@main/feed/feed'
import type { After } from '@main/feed/after'
import type { Report } from '@main/feed/appErrorOf'
import type { Read } from '@main/feed/reader'
import type { ClinicApi } from '@main/http/api'
import type { Clock } from '@main/ports'
import type { BoardDay, DayColumn, DayQuery } from '@shared/domain/slot'
import { numberOfDay } from '@shared/domain/time'
import { emptySlotTable, slotsOn, type SlotTable } from './slotTable'

/** Clinics fetched at the same time. A server of this kind works on a clinic's history for a second or more. */
const LANES = 4
const HINT_MS = 50

interface Dependencies {
  api: Pick<ClinicApi, 'pages'>
  read: Read<SlotTable>
  clock: Clock
  after: After
  /** New data, or a new failure, of these clinics. */
  onChange: (clinicIds: number[]) => void
  report: Report
}

/** The published slots of the clinics that somebody looks at. */
export interface Slots {
  /** What is known of a day, at once; clinics that were never fetched or more than a minute ago are being fetched when it returns. */
  day: (query: DayQuery) => BoardDay
  /** Fetches the clinics of the last `day` again. */
  refreshVisible: () => void
  /** Forgets everything, for another session; answers that are still on their way are thrown away. */
  reset: () => void
}

interface Board {
  feeds: Map<number, Feed<SlotTable>>
  /** In the order of the columns. */
  visible: number[]
  loading: Set<number>
}

const emptyBoard = (): Board => ({ feeds: new Map(), visible: [], loading: new Set() })

/** See `Slots`. */
export function slots({ api, read, clock, after, onChange, report }: Dependencies): Slots {
  let board = emptyBoard()
  let changed = new Set<number>()
  const hint = coalesce(HINT_MS, after, () => {
    onChange([...changed])
    changed = new Set()
  })

  const fetch = (clinicId: number, signal: AbortSignal) =>
    read((take) => api.pages('api/clinic-appointment-slots/', { clinic_id: clinicId }, take), { signal, subject: clinicId })

  function feedOf(clinicId: number) {
    const found = board.feeds.get(clinicId) ?? feed({ empty: emptySlotTable, fetch: (signal) => fetch(clinicId, signal), clock, report })
    board.feeds.set(clinicId, found)
    return found
  }

  async function load(of: Board, clinicId: number) {
    of.loading.add(clinicId)
    await feedOf(clinicId).load()
    of.loading.delete(clinicId)
    if (of !== board) return
    changed.add(clinicId)
    hint.touch()
    fillLanes()
  }

  /** Only visible clinics are fetched: one that has gone off the board while it waited is left for later. */
  function fillLanes() {
    for (const clinicId of board.visible) {
      if (board.loading.size >= LANES) return
      if (feedOf(clinicId).isDue()) void load(board, clinicId)
    }
  }

  function column(clinicId: number, day: number): DayColumn {
    const { value, stamp, isDue } = feedOf(clinicId)
    const known = stamp()
    return { clinicId, ...slotsOn(value(), day), stamp: { ...known, loading: known.loading || isDue() } }
  }

  return {
    day({ date, clinicIds }) {
      board.visible = [...new Set(clinicIds)]
      fillLanes()
      const day = numberOfDay(date)
      return { date, columns: board.visible.map((clinicId) => column(clinicId, day)) }
    },
    refreshVisible() {
      for (const clinicId of board.visible) feedOf(clinicId).expire()
      fillLanes()
    },
    reset() {
      for (const { close } of board.feeds.values()) close()
      board = emptyBoard()
      changed = new Set()
      hint.cancel()
    },
  }
}
