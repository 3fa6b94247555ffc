/** The candidate that was probably meant by a word: it begins so, or at most two slips of the finger lie between them. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const typed = word.toLowerCase()
  const begun = typed.length >= 3 ? candidates.find((candidate) => candidate.toLowerCase().startsWith(typed)) : undefined
  if (begun !== undefined) return begun
  const most = typed.length < 5 ? 1 : 2
  const close = candidates.flatMap((candidate) => {
    if (Math.abs(candidate.length - typed.length) > most) return []
    const slips = slipsBetween(typed, candidate.toLowerCase())
    return slips <= most && slips < typed.length ? [{ candidate, slips }] : []
  })
  return close.sort((a, b) => a.slips - b.slips)[0]?.candidate
}

/** Letters put in, left out, replaced or swapped with a neighbour ("optimal string alignment"). */
function slipsBetween(one: string, other: string): number {
  let [before, row] = [[] as number[], Array.from({ length: other.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1]
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      const slips = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (isSame ? 0 : 1))
      next.push(isSwapped ? Math.min(slips, before[j - 2]! + 1) : slips)
    }
    [before, row] = [row, next]
  }
  return row[other.length]!
}
