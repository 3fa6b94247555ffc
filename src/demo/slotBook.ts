/** A slot as the API writes it: `start_time` is `08:00:00`. */
export interface Slot { id: number, date: string, start_time: string, end_time: string, clinic: number }

/** One clinic's rows as JSON text joined by commas; row n begins at `offsets[n]`, and `offsets[count]` is one past the last comma. */
export interface SlotText { text: string, offsets: Uint32Array }

/** All slots of all clinics. A clinic's history exists as text, only while it is in use. */
export interface SlotBook {
  count: (clinicId: number) => number
  /** Rows `from` to `to` (excluded) as JSON text joined by commas. */
  text: (clinicId: number, from: number, to: number) => string
  /** Whether the clinic has a slot of exactly this day, start and end. */
  has: (slot: Omit<Slot, 'id'>) => boolean
  add: (slot: Omit<Slot, 'id'>) => Slot
}

// 24 histories of 36,000 rows are about 80 MB.
const KEPT_CLINICS = 24

/**
 * A slot book over clinics' generated histories. `generate` gives the rows of a clinic, always the same ones; slots that
 * are added lie on top. Ids of added slots begin at `nextId`.
 */
export function createSlotBook(generate: (clinicId: number) => string[], nextId: number): SlotBook {
  const kept = new Map<number, SlotText>()
  const added = new Map<number, string[]>()
  let next = nextId

  const history = (clinicId: number): SlotText => {
    const found = kept.get(clinicId) ?? joined(generate(clinicId))
    kept.delete(clinicId)
    kept.set(clinicId, found)
    if (kept.size > KEPT_CLINICS) kept.delete(kept.keys().next().value!)
    return found
  }
  const extra = (clinicId: number) => added.get(clinicId) ?? []

  return {
    count: (clinicId) => history(clinicId).offsets.length - 1 + extra(clinicId).length,
    text: (clinicId, from, to) => {
      const { text, offsets } = history(clinicId)
      const seeded = offsets.length - 1
      const old = from < Math.min(to, seeded) ? [text.slice(offsets[from], offsets[Math.min(to, seeded)]! - 1)] : []
      return [...old, ...extra(clinicId).slice(Math.max(0, from - seeded), Math.max(0, to - seeded))].join(',')
    },
    has: (slot) => {
      const wanted = slotRow({ id: 0, ...slot }).slice('{"id":0,'.length)
      return history(slot.clinic).text.includes(wanted) || extra(slot.clinic).some((row) => row.endsWith(wanted))
    },
    add: (slot) => {
      const { date, start_time, end_time, clinic } = slot
      const made = { id: next, date, start_time, end_time, clinic }
      next += 1
      added.set(clinic, [...extra(clinic), slotRow(made)])
      return made
    },
  }
}

/** A slot's JSON text, fields in the API's order. Written by hand because a clinic has up to 36,000 of them. */
export const slotRow = ({ id, date, start_time, end_time, clinic }: Slot): string =>
  `{"id":${id},"date":"${date}","start_time":"${start_time}","end_time":"${end_time}","clinic":${clinic}}`

function joined(rows: string[]): SlotText {
  const offsets = new Uint32Array(rows.length + 1)
  rows.forEach((row, index) => { offsets[index + 1] = offsets[index]! + row.length + 1 })
  return { text: rows.join(','), offsets }
}
