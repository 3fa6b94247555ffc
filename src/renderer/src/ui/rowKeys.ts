const STEPS: Record<string, (index: number, page: number) => number> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  PageDown: (index, page) => index + page,
  PageUp: (index, page) => index - page,
  Home: () => 0,
  End: () => Infinity,
}

/** The row that a key leads to from row `index` of `count`; undefined when the key is none of a table's. */
export function rowAfter(key: string, index: number, count: number, page: number): number | undefined {
  const to = Object.hasOwn(STEPS, key) ? STEPS[key]!(index, page) : undefined
  return to === undefined ? undefined : Math.max(0, Math.min(count - 1, to))
}
