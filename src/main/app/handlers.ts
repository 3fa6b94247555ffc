import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import { diagnostics } from '@main/log/diagnostics'
import { orFailure } from '@main/orFailure'
import type { Clock, Files } from '@main/ports'
import { appInfoSchema, licenceSchema, type AppInfo, type Licence } from '@shared/domain/app'

interface Parts {
  info: AppInfo
  licences: () => Promise<Licence[]>
  readLog: () => Promise<string>
  files: Files
  clock: Clock
  onPictured?: () => void
  onOnline: () => void
}

/** The calls `app:*`. */
export const appHandlers = ({ info, licences, readLog, files, clock, onPictured, onOnline }: Parts): Handlers<'app'> => ({
  'app:info': { input: v.void(), output: appInfoSchema, run: () => info },
  'app:pictured': { input: v.void(), output: v.void(), run: () => onPictured?.() },
  'app:online': { input: v.void(), output: v.void(), run: onOnline },
  'app:licences': { input: v.void(), output: v.array(licenceSchema), run: licences },
  'app:saveDiagnostics': {
    input: v.void(),
    output: v.boolean(),
    async run() {
      const text = diagnostics({ info, log: await readLog(), now: clock() })
      if (text === undefined) throw new Error('a secret is left')
      return orFailure(files.save('clinic-reception-diagnostics.txt', text), { kind: 'notSaved' })
    },
  },
})
