import type { RequestFacts } from '@shared/domain/triage'

/** More at once are told in one. */
const ONE_BY_ONE = 3

/** What is told in one notification: a single request, or several that came together (or while nobody could be told). */
export type Announcement =
  | { kind: 'one', requests: [RequestFacts] }
  | { kind: 'digest', requests: RequestFacts[], wasAway: boolean }

/** How requests that arrived are told. `wasAway`: the computer slept, the server was away, or the program did not run. */
export function announcementsOf(arrived: readonly RequestFacts[], wasAway: boolean): Announcement[] {
  const isDigest = arrived.length > ONE_BY_ONE || (wasAway && arrived.length > 1)
  if (isDigest) return [{ kind: 'digest', requests: [...arrived], wasAway }]
  return arrived.map((request) => ({ kind: 'one', requests: [request] }))
}

/** The doctor whom most of the requests are for, if more than one is. */
export function mostFor(requests: readonly RequestFacts[]): { doctor: RequestFacts['doctor'], count: number } | undefined {
  const counts = new Map<number, { doctor: RequestFacts['doctor'], count: number }>()
  for (const { doctor } of requests) counts.set(doctor.id, { doctor, count: (counts.get(doctor.id)?.count ?? 0) + 1 })
  const [most] = [...counts.values()].sort((one, other) => other.count - one.count)
  return most && most.count > 1 ? most : undefined
}
