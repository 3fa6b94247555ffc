import en from '@shared/locales/en.json'
import { worded } from '@main/alerts/words'
import type { Press } from '@main/ports'
import type { ClinicDay } from '@main/sheets/clinicDay'
import { paperOf } from '@main/sheets/paper'
import { clinicDaySheet } from '@main/sheets/sheet'
import { slotsCsv } from '@main/sheets/slotsCsv'
import { longDay, oldestOf } from '@main/sheets/words'

interface Facts { days: readonly ClinicDay[], made: number, zone: string }

/** The two files of a pack: a page or more for each clinic's day, and a table of all slots. */
export async function packContent(press: Pick<Press, 'pdf'>, { days, made, zone }: Facts): Promise<{ pdf: Uint8Array, csv: Uint8Array }> {
  const title = worded(en.pack.title, { from: longDay(days[0]!.date), to: longDay(days.at(-1)!.date) })
  const sheets = days.map((day) => clinicDaySheet(day, zone))
  const paper = paperOf({ title, sheets, large: false, landscape: false, made, oldest: oldestOf(days), zone })
  return { pdf: await press.pdf(paper), csv: Buffer.from(slotsCsv(days, zone)) }
}
