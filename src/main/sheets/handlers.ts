import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import { orFailure } from '@main/orFailure'
import type { Clipboard, Files, Press } from '@main/ports'
import { sheetOrderSchema, type SheetOrder } from '@shared/domain/sheet'
import { tabbedText } from '@shared/csv'
import type { Sheets } from './sheets'
import { tableHtml } from './tableHtml'

interface Parts { sheets: Sheets, files: Files, press: Press, clipboard: Clipboard }

const handing = (run: (order: SheetOrder) => Promise<boolean>) => ({ input: sheetOrderSchema, output: v.boolean(), run })

/** The calls `sheets:*`. */
export const sheetsHandlers = ({ sheets, files, press, clipboard }: Parts): Handlers<'sheets'> => ({
  'sheets:print': handing(async (order) => {
    const { content } = await sheets.paper(order)
    return orFailure(press.print(content), { kind: 'notPrinted' })
  }),
  'sheets:savePdf': handing(async (order) => {
    const { name, content } = await sheets.paper(order)
    const bytes = await press.pdf(content)
    return orFailure(files.save(`${name}.pdf`, bytes), { kind: 'notSaved' })
  }),
  'sheets:saveCsv': handing(async (order) => {
    const { name, content } = await sheets.csv(order)
    return orFailure(files.save(`${name}.csv`, content), { kind: 'notSaved' })
  }),
  'sheets:saveIcs': handing(async (order) => {
    const { name, content } = await sheets.ics(order)
    return orFailure(files.save(`${name}.ics`, content), { kind: 'notSaved' })
  }),
  'sheets:copy': handing(async (order) => {
    const rows = await sheets.rows(order)
    await clipboard.write(tabbedText(rows), tableHtml(rows))
    return true
  }),
})
