import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import { idSchema } from '@shared/domain/basics'
import { gapPlanSchema, runwaySchema } from '@shared/domain/runway'
import type { Runway } from './runway'

/** The calls `runway:*`. */
export const runwayHandlers = ({ runway }: { runway: Runway }): Handlers<'runway'> => ({
  'runway:read': { input: v.void(), output: runwaySchema, run: runway.read },
  'runway:gap': { input: v.strictObject({ clinicId: idSchema }), output: gapPlanSchema, run: runway.gap },
})
