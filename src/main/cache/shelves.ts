import * as v from 'valibot'
import { keptDirectorySchema } from '@main/directory/keptDirectory'
import type { Kept } from '@main/feed/feed'
import { callRequestsSchema } from '@shared/domain/callRequest'
import { departmentSchema } from '@shared/domain/department'
import { staffListSchema } from '@shared/domain/staff'
import type { Cache } from './cache'
import type { ListName } from './ledger'

/** How each list is checked when it is read from the disk; their stamps are kept apart. */
const schemas = {
  staff: v.omit(staffListSchema, ['stamp']),
  departments: v.array(departmentSchema),
  directory: keptDirectorySchema,
  callRequests: v.omit(callRequestsSchema, ['stamp']),
} satisfies Record<ListName, v.GenericSchema>

type Rows = { [Name in ListName]: v.InferOutput<(typeof schemas)[Name]> }

/** A list's place in the cache. */
export interface Shelf<T> {
  keep: (kept: Kept<T>) => void
  /** Gives what was kept to the list, if anything was. */
  giveTo: (list: { seed: (kept: Kept<T>) => void }) => Promise<void>
}

/** The places of all lists. */
export type Shelves = { [Name in ListName]: Shelf<Rows[Name]> }

/** See `Shelf`. */
export function shelves(cache: Pick<Cache, 'list' | 'keepList'>): Shelves {
  const shelf = <T>(name: ListName, schema: v.GenericSchema<unknown, T>): Shelf<T> => ({
    keep: (kept) => { cache.keepList(name, kept) },
    async giveTo(list) {
      const kept = await cache.list(name, schema)
      if (kept) list.seed(kept)
    },
  })
  return {
    staff: shelf('staff', schemas.staff),
    departments: shelf('departments', schemas.departments),
    directory: shelf('directory', schemas.directory),
    callRequests: shelf('callRequests', schemas.callRequests),
  }
}
