/** A piece of the line: its text, and where it stands. */
export interface Piece { text: string, from: number, to: number }

/** What a pattern found, with its groups; a group that took no part is undefined. */
export interface Match extends Piece { groups: (Piece | undefined)[] }

export interface LineScanner {
  /** Whether nothing is left but spaces and commas. */
  isAtEnd: () => boolean
  /** What stands here, after spaces, when it fits; `pattern` as `pieces` makes it. Goes no further. */
  look: (pattern: RegExp) => Match | undefined
  /** The same, and goes on behind it. */
  take: (pattern: RegExp) => Match | undefined
  /** Goes on behind a piece. */
  pass: (piece: Piece) => void
}

/** A pattern for a scanner: whatever the case, at this place alone, and saying where its groups are. */
export const pieces = (source: string): RegExp => new RegExp(source, 'diuy')

/** Nothing of a word or a number follows. */
export const WORD_ENDS = '(?![\\p{L}\\p{M}\\p{N}])'

/** Walks over a line from its beginning to its end. */
export function lineScanner(line: string): LineScanner {
  let at = 0
  const behind = (spaces: RegExp) => {
    spaces.lastIndex = at
    return at + (spaces.exec(line)?.[0].length ?? 0)
  }
  const pieceAt = (place: [number, number] | undefined) => place && { text: line.slice(...place), from: place[0], to: place[1] }

  function look(pattern: RegExp): Match | undefined {
    pattern.lastIndex = behind(/\s*/y)
    const [whole, ...groups] = pattern.exec(line)?.indices ?? []
    return whole && { ...pieceAt(whole)!, groups: groups.map(pieceAt) }
  }

  return {
    isAtEnd() {
      at = behind(/[\s,]*/y)
      return at === line.length
    },
    look,
    take(pattern) {
      const match = look(pattern)
      at = match?.to ?? at
      return match
    },
    pass(piece) { at = piece.to },
  }
}
