/** A stretch of a line, and whether something is wrong with it. */
export interface LineSegment { text: string, isWrong: boolean }

/** The line cut where its wrong stretches begin and end. Stretches are in order; where they overlap, the first one counts. */
export function lineSegments(line: string, wrong: readonly { from: number, to: number }[]): LineSegment[] {
  const segments: LineSegment[] = []
  let at = 0
  for (const { from, to } of wrong) {
    if (from < at) continue
    segments.push({ text: line.slice(at, from), isWrong: false }, { text: line.slice(from, to), isWrong: true })
    at = to
  }
  segments.push({ text: line.slice(at), isWrong: false })
  return segments.filter(({ text }) => text !== '')
}
