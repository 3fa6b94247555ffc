import type { Handlers } from '@main/ipc/router'
import { capacityQuerySchema, capacitySchema } from '@shared/domain/capacity'
import type { CapacityCount } from './capacity'

/** The calls `capacity:*`. */
export const capacityHandlers = ({ capacity }: { capacity: CapacityCount }): Handlers<'capacity'> => ({
  'capacity:read': { input: capacityQuerySchema, output: capacitySchema, run: capacity.read },
})
