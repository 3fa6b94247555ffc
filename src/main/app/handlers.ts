import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import { appInfoSchema, licenceSchema, type AppInfo, type Licence } from '@shared/domain/app'

/** The calls `app:*`. */
export const appHandlers = ({ info, licences }: { info: AppInfo, licences: () => Promise<Licence[]> }): Handlers<'app'> => ({
  'app:info': { input: v.void(), output: appInfoSchema, run: () => info },
  'app:licences': { input: v.void(), output: v.array(licenceSchema), run: licences },
})
