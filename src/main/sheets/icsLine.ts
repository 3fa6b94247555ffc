const MOST_OCTETS = 75
const encoder = new TextEncoder()

/** A value of the type TEXT (RFC 5545, 3.3.11); control characters that it can not hold are left out. */
export const icsText = (text: string): string => text
  .replaceAll('\\', '\\\\').replaceAll(/[;,]/g, (sign) => `\\${sign}`).replaceAll(/\r\n|\r|\n/g, '\\n')
  .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')

/** A parameter's value: quoted, and without what quotes can not hold. */
export const icsParameter = (text: string): string => `"${text.replaceAll(/["\u0000-\u001F\u007F]/g, '')}"`

/** A content line in pieces of at most 75 octets, no letter taken apart (RFC 5545, 3.1). */
export function folded(line: string): string {
  const pieces: string[] = []
  let [piece, octets] = ['', 0]
  for (const letter of line) {
    const size = encoder.encode(letter).length
    if (octets + size > MOST_OCTETS) {
      pieces.push(piece)
      // The blank that marks a continued line counts too.
      ;[piece, octets] = ['', 1]
    }
    piece += letter
    octets += size
  }
  return [...pieces, piece].join('\r\n ')
}
