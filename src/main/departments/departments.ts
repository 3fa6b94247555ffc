import * as v from 'valibot'
import type { Report } from '@main/feed/appErrorOf'
import type { Kept } from '@main/feed/feed'
import { isInt32 } from '@main/feed/isInt32'
import { listFeed, type ListFeed } from '@main/feed/listFeed'
import type { ClinicApi } from '@main/http/api'
import type { Clock } from '@main/ports'
import type { Staff } from '@main/staff/staff'
import { departmentCounts, folded } from '@main/staff/staffTable'
import type { Department, DepartmentForm, DepartmentList } from '@shared/domain/department'
import type { Stamp } from '@shared/domain/stamp'

interface Dependencies {
  api: Pick<ClinicApi, 'list'>
  staff: Pick<Staff, 'table' | 'stamp' | 'look'>
  clock: Clock
  /** New data, or a new failure. */
  onChange: () => void
  keep?: (kept: Kept<Department[]>) => void
  /** See `FeedDependencies`. */
  ready?: () => Promise<void>
  report: Report
}

/** The hospital's departments. */
export interface Departments extends Pick<ListFeed<Department[]>, 'stamp' | 'seed' | 'refreshIfLookedAt' | 'fresh' | 'anew' | 'failure' | 'reset'> {
  /** What is known, at once, with the numbers of their staff; fetched when it was never fetched or more than a minute ago. */
  list: () => DepartmentList
  /** Ids of the departments of this name, as far as known. */
  alike: (form: DepartmentForm) => number[]
  /** Ids of the departments that would be it if the server writes names in another way. */
  near: (form: DepartmentForm) => number[]
  /** Takes in a department as the server has it now. */
  put: (department: Department) => void
  drop: (id: number) => void
}

/** A department as the API writes it. */
export const departmentRow = v.object({ id: v.custom<number>(isInt32), name: v.string() })

/** See `Departments`. */
export function departments({ api, staff, ...dependencies }: Dependencies): Departments {
  const fetch = async () => {
    const { rows, unusable } = await api.list('api/hospitalstaffdepartment/', departmentRow)
    return { value: [...new Map(rows.map((row) => [row.id, row])).values()], unusable }
  }
  const feed = listFeed<Department[]>({ empty: [], fetch, ...dependencies })

  return {
    ...feed,
    list() {
      feed.look()
      staff.look()
      const counts = departmentCounts(staff.table())
      const rows = feed.value().map(({ id, name }) => ({ id, name, ...counts.get(name) ?? { staff: 0, doctors: 0 } }))
      return { rows, stamp: joined(feed.stamp(), staff.stamp()) }
    },
    alike: ({ name }) => feed.value().filter((row) => row.name.trim() === name).map(({ id }) => id),
    near: ({ name }) => feed.value().filter((row) => folded(row.name) === folded(name)).map(({ id }) => id),
    put(row) {
      feed.amend((rows) => rows.some(({ id }) => id === row.id) ? rows.map((each) => each.id === row.id ? row : each) : [...rows, row])
    },
    drop(id) { feed.amend((rows) => rows.filter((row) => row.id !== id)) },
  }
}

/** The list is as old as the older of its two sources, and known once both are: a number of staff that is not known is not 0. */
const joined = (own: Stamp, staff: Stamp): Stamp => ({
  fetchedAt: own.fetchedAt === null || staff.fetchedAt === null ? null : Math.min(own.fetchedAt, staff.fetchedAt),
  cached: own.cached || staff.cached,
  loading: own.loading || staff.loading,
  failed: own.failed ?? staff.failed,
  unusable: own.unusable,
})
