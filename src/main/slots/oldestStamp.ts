import type { Stamp } from '@shared/domain/stamp'

/** What is known of several is as old as the oldest of it; it failed when one of them did. */
export function oldestStamp(stamps: readonly Stamp[]): Stamp {
  const known = stamps.filter(({ fetchedAt }) => fetchedAt !== null).sort((one, other) => one.fetchedAt! - other.fetchedAt!)
  return {
    fetchedAt: known[0]?.fetchedAt ?? null,
    cached: known.some(({ cached }) => cached),
    loading: stamps.some(({ loading }) => loading),
    failed: stamps.find((stamp) => stamp.failed)?.failed ?? null,
    unusable: known.reduce((sum, { unusable }) => sum + unusable, 0),
  }
}
