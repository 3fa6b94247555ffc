import type { Press } from '@main/ports'
import type { ClinicDay } from '@main/sheets/clinicDay'
import { paperOf } from '@main/sheets/paper'
import { clinicDaySheet } from '@main/sheets/sheet'
import { slotsCsv } from '@main/sheets/slotsCsv'
import { oldestOf, type Writing } from '@main/sheets/words'

interface Facts extends Writing { days: readonly ClinicDay[], made: number }

/** The two files of a pack: a page or more for each clinic's day, and a table of all slots. */
export async function packContent(press: Pick<Press, 'pdf'>, { days, made, ...writing }: Facts): Promise<{ pdf: Uint8Array, csv: Uint8Array }> {
  const { texts, say, longDay } = writing.tongue
  const title = say(texts.pack.title, { from: longDay(days[0]!.date), to: longDay(days.at(-1)!.date) })
  const sheets = days.map((day) => clinicDaySheet(day, writing))
  const paper = paperOf({ title, sheets, large: false, landscape: false, made, oldest: oldestOf(days) }, writing)
  return { pdf: await press.pdf(paper), csv: Buffer.from(slotsCsv(days, writing)) }
}
