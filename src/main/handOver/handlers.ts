import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import { orFailure } from '@main/orFailure'
import type { Files, Press } from '@main/ports'
import { handOverOrderSchema, handOverSchema, noteTextSchema, noteTickSchema } from '@shared/domain/handOver'
import type { HandOver } from './handOver'
import type { Notes } from './notes'

interface Parts { handOver: HandOver, notes: Notes, files: Files, press: Press }

/** The calls `handOver:*`. */
export const handOverHandlers = ({ handOver, notes, files, press }: Parts): Handlers<'handOver'> => ({
  'handOver:read': { input: v.void(), output: handOverSchema, run: handOver.read },
  'handOver:writeNote': { input: noteTextSchema, output: v.boolean(), run: notes.write },
  'handOver:tickNote': { input: noteTickSchema, output: v.void(), run: async (tick) => { await notes.tick(tick) } },
  'handOver:print': {
    input: handOverOrderSchema, output: v.boolean(),
    async run(order) {
      const { content } = await handOver.paper(order)
      return orFailure(press.print(content), { kind: 'notPrinted' })
    },
  },
  'handOver:savePdf': {
    input: handOverOrderSchema, output: v.boolean(),
    async run(order) {
      const { name, content } = await handOver.paper(order)
      const bytes = await press.pdf(content)
      return orFailure(files.save(`${name}.pdf`, bytes), { kind: 'notSaved' })
    },
  },
})
