import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import { orFailure } from '@main/orFailure'
import type { Files } from '@main/ports'
import { savedDesksSchema } from '@shared/domain/savedDesk'
import type { SavedDesks } from './savedDesks'

interface Parts { savedDesks: SavedDesks, files: Files, onChange: () => void }

/** Twelve desks of 200 clinics each are a tenth of it. */
const LONGEST = 200_000

/** The calls `savedDesks:*`. */
export const savedDesksHandlers = ({ savedDesks, files, onChange }: Parts): Handlers<'savedDesks'> => ({
  'savedDesks:read': { input: v.void(), output: savedDesksSchema, run: savedDesks.read },
  'savedDesks:keep': {
    input: savedDesksSchema,
    output: savedDesksSchema,
    async run(desks) {
      const kept = await savedDesks.keep(desks)
      onChange()
      return kept
    },
  },
  'savedDesks:export': {
    input: v.strictObject({ text: v.pipe(v.string(), v.maxLength(LONGEST)) }),
    output: v.boolean(),
    run: ({ text }) => orFailure(files.save('desks.json', text), { kind: 'notSaved' }),
  },
})
