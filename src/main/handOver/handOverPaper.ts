import type { Paper } from '@main/ports'
import { paperOf } from '@main/sheets/paper'
import type { Sheet } from '@main/sheets/sheet'
import { whenText, type Writing } from '@main/sheets/words'
import type { HandOverNote, HandOverPart } from '@shared/domain/handOver'
import type { Day } from '@shared/domain/time'

interface Facts {
  made: number
  oldest: number | null
  notes: readonly HandOverNote[]
  parts: readonly HandOverPart[]
  day: Day
  large: boolean
}

/** The hand-over for paper: what people wrote first, then the parts, one below the other. */
export function handOverPaper({ made, oldest, notes, parts, day, large }: Facts, writing: Writing): Paper {
  const { texts: { handOver }, say, longDay } = writing.tongue
  const title = say(handOver.paperTitle, { day: longDay(day) })
  const sheets = [...notesSheet(notes, writing), ...parts.map((part) => partSheet(part, writing))]
  return paperOf({ title, sheets, large, landscape: false, together: true, made, oldest }, writing)
}

function notesSheet(notes: readonly HandOverNote[], writing: Writing): Sheet[] {
  const { handOver: { notes: { title }, columns } } = writing.tongue.texts
  const open = notes.filter(({ done }) => done === null)
  return open.length === 0 ? [] : [{
    heading: title, lead: '', ages: [], none: '',
    columns: [{ text: columns.note, kind: 'text' }, { text: columns.by, kind: 'name' }],
    rows: open.map(({ text, by, at }) => [text.trim(), `${by}\n${whenText(at, writing)}`]),
  }]
}

function partSheet({ title, age, columns, rows, more, none }: HandOverPart, { tongue: { texts: { handOver }, say } }: Writing): Sheet {
  return {
    heading: title, lead: '', rows, none,
    ages: [age, more > 0 ? say(handOver.more, { n: more }, more) : ''].filter(Boolean),
    columns: columns.map((text) => ({ text, kind: 'text' })),
  }
}
