import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import { orFailure } from '@main/orFailure'
import type { Files, Press } from '@main/ports'
import { sheetOrderSchema, type SheetOrder } from '@shared/domain/sheet'
import type { Sheets } from './sheets'

interface Parts { sheets: Sheets, files: Files, press: Press }

const handing = (run: (order: SheetOrder) => Promise<boolean>) => ({ input: sheetOrderSchema, output: v.boolean(), run })

/** The calls `sheets:*`. */
export const sheetsHandlers = ({ sheets, files, press }: Parts): Handlers<'sheets'> => ({
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
})
