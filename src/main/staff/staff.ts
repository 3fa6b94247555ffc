import type { Report } from '@main/feed/appErrorOf'
import type { Kept } from '@main/feed/feed'
import { fetchList } from '@main/feed/fetchList'
import { listFeed, type ListFeed } from '@main/feed/listFeed'
import type { Read } from '@main/feed/reader'
import type { ClinicApi } from '@main/http/api'
import type { Clock } from '@main/ports'
import type { Doctor } from '@shared/domain/clinic'
import type { StaffForm, StaffList, StaffMember } from '@shared/domain/staff'
import { AppFailure } from '@shared/errors'
import { doctorsOf, membersAlike, membersNamed, staffTable, withDepartmentNamed, withMember, withoutMember, type StaffTable } from './staffTable'

interface Dependencies {
  api: Pick<ClinicApi, 'pages'>
  read: Read<StaffTable>
  clock: Clock
  /** New data, or a new failure. */
  onChange: () => void
  keep?: (kept: Kept<StaffTable>) => void
  onRenewed?: (before: StaffTable, after: StaffTable) => void
  /** See `FeedDependencies`. */
  ready?: () => Promise<void>
  report: Report
}

/** The hospital's staff, fetched once for all who need them. */
export interface Staff extends Pick<ListFeed<StaffTable>, 'stamp' | 'seed' | 'look' | 'refresh' | 'refreshIfLookedAt' | 'fresh' | 'anew' | 'failure' | 'reset'> {
  /** What is known, at once; fetched when it was never fetched or more than a minute ago. */
  list: () => StaffList
  table: () => StaffTable
  /**
   * The doctors, fetched when they are not known yet or are older than a minute. Throws `AppFailure` when
   * the server has not named them since the start. */
  doctors: () => Promise<{ doctors: Doctor[], unusable: number }>
  /** Ids of the members who are all that the form says, as far as known. */
  alike: (form: StaffForm) => number[]
  /** Ids of the members who would be it if the server writes names in another way. */
  near: (form: StaffForm) => number[]
  /** Takes in a member as the server has it now. */
  put: (member: StaffMember) => void
  drop: (id: number) => void
  /** Takes in a department's other name. */
  renameDepartment: (from: string, to: string) => void
}

/** See `Staff`. */
export function staff({ api, read, ...dependencies }: Dependencies): Staff {
  const fetch = fetchList({ api, read, path: 'api/hospitalstaff/' })
  const feed = listFeed({ empty: staffTable([]), fetch, ...dependencies })

  return {
    ...feed,
    list() {
      feed.look()
      return { ...feed.value(), stamp: feed.stamp() }
    },
    table: feed.value,
    async doctors() {
      await feed.fresh()
      const { fetchedAt, cached, failed, unusable } = feed.stamp()
      if (fetchedAt === null || cached) throw new AppFailure(failed ?? { kind: 'signedOut', reason: 'none' })
      return { doctors: doctorsOf(feed.value()), unusable }
    },
    alike: (form) => membersAlike(feed.value(), form),
    near: (form) => membersNamed(feed.value(), form.name),
    put(member) { feed.amend((table) => withMember(table, member)) },
    drop(id) { feed.amend((table) => withoutMember(table, id)) },
    renameDepartment(from, to) { if (from !== to) feed.amend((table) => withDepartmentNamed(table, from, to)) },
  }
}
