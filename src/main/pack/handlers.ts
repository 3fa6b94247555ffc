import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import type { Files } from '@main/ports'
import { packStateSchema } from '@shared/domain/pack'
import { clinicChoiceSchema } from '@shared/domain/slot'
import type { Pack } from './pack'

interface Parts { pack: Pack, files: Files }

/** The calls `pack:*`. Which folder it is the page never says: only the system's own dialog does. */
export const packHandlers = ({ pack, files }: Parts): Handlers<'pack'> => {
  const state = { input: v.void(), output: packStateSchema }
  const after = (task: () => unknown) => async () => {
    await task()
    return pack.state()
  }
  return {
    'pack:read': { ...state, run: pack.state },
    'pack:chooseFolder': {
      ...state,
      run: after(async () => {
        const folder = await files.chooseFolder(pack.state().folder ?? undefined)
        if (folder !== undefined) await pack.choose(folder)
      }),
    },
    'pack:chooseClinics': {
      input: clinicChoiceSchema,
      output: packStateSchema,
      run: ({ clinicIds }) => after(() => pack.chooseClinics(clinicIds))(),
    },
    'pack:switchOff': { ...state, run: after(pack.switchOff) },
    'pack:writeNow': { ...state, run: after(pack.writeAnew) },
  }
}
