/**
 * Text as it is compared: without case, without the accents of Latin, Greek and Cyrillic letters, and with single spaces. The vowel signs
 * of Devanagari and the marks of Arabic are letters of the name to who reads them, and stay.
 */
export function folded(text: string): string {
  // Nearly all names of a large list are plain ASCII, and decomposing 80,000 names would take longer than the search itself.
  const plain = isAscii(text) ? text : text.normalize('NFD').replace(/[\u0300-\u036F]/g, '').normalize('NFC')
  return plain.toLowerCase().replace(/\s+/g, ' ').trim()
}

/** The words of a search; none when it is empty. */
export const wordsOf = (query: string): string[] => folded(query).split(' ').filter((word) => word !== '')

const isAscii = (text: string) => /^[\0-\x7F]*$/.test(text)
