/** The middle value, or the mean of the two in the middle. Throws on an empty list, which has none. */
export const median = (values) => {
  if (values.length === 0) throw new RangeError('no values')
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Median, smallest and largest. */
export const summary = (values) => ({ median: median(values), least: Math.min(...values), most: Math.max(...values) })

/**
 * Runs several subjects by turns, so that what slows the machine down for a while slows all of them down: A B C, B C A, C A B, …
 * `subjects` are functions by name, each answering one number. Answers the numbers of each by name; `rounds` of them.
 */
export const byTurns = async (subjects, rounds) => {
  const names = Object.keys(subjects)
  const values = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(round + turn) % names.length]
      values[name].push(await subjects[name](round))
    }
  }
  return values
}

/** Medians of one subject against another, round by round: what a round's weather did to both falls out. `more` is better when `isRate`. */
export const ratios = (ours, theirs) => ours.map((value, round) => value / theirs[round])

/** The exponent e of times that grow as size^e: the slope of a straight line through both logarithms. */
export const exponent = (sizes, times) => {
  const [x, y] = [sizes, times].map((values) => values.map(Math.log))
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [middle, height] = [mean(x), mean(y)]
  return mean(x.map((value, at) => (value - middle) * (y[at] - height))) / mean(x.map((value) => (value - middle) ** 2))
}
