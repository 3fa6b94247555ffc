/** How many clinic colours there are; they are numbered from 1. */
const HUES = 12

/** A clinic's own hue, the same on every day and every computer. */
const ownHue = (id: number) => (((id - 1) % HUES) + HUES) % HUES + 1

/**
 * Hues of the clinics on the board, by id, beside all that were given before (`given`): those stay. A clinic gets its own hue, or the
 * next one that no other clinic on the board has; its own again when all are taken.
 */
export function clinicHues(ids: readonly number[], given: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const hues = new Map(given)
  const taken = new Set(ids.flatMap((id) => given.get(id) ?? []))
  for (const id of ids) {
    if (hues.has(id)) continue
    const own = ownHue(id)
    const hue = Array.from({ length: HUES }, (_, i) => (own - 1 + i) % HUES + 1).find((each) => !taken.has(each)) ?? own
    hues.set(id, hue)
    taken.add(hue)
  }
  return hues
}
