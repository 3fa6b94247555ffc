import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import { wallStateSchema } from '@shared/domain/wall'
import type { Wall } from './wall'

/** The calls `wall:*`, of the desk's page; the wall's own window has none of them. */
export const wallHandlers = ({ wall }: { wall: Wall }): Handlers<'wall'> => ({
  'wall:read': { input: v.void(), output: wallStateSchema, run: wall.read },
  'wall:open': { input: v.void(), output: wallStateSchema, run: wall.open },
  'wall:close': { input: v.void(), output: wallStateSchema, run: wall.close },
})
