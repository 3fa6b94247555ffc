/** Text as it is compared in a search: without case, accents and surplus spaces. */
export const folded = (text: string): string => text.normalize('NFKD').replace(/\p{Mn}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

/** The words of a search; none when it is empty. */
export const wordsOf = (query: string): string[] => folded(query).split(' ').filter((word) => word !== '')
