/** The chosen clinics with the one at `from` moved to `to`; unchanged when either is outside. */
export function reordered(ids: readonly number[], from: number, to: number): number[] {
  const next = [...ids]
  if (from < 0 || from >= ids.length || to < 0 || to >= ids.length) return next
  next.splice(to, 0, ...next.splice(from, 1))
  return next
}

/** Adding keeps the order of those already there; whatever is no longer picked leaves. */
export const picked = (ids: readonly number[], next: readonly number[]): number[] =>
  [...ids.filter((id) => next.includes(id)), ...next.filter((id) => !ids.includes(id))]
