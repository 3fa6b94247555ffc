import { folded } from '@renderer/ui/folded'

/** Forms of address that come and go in front of one and the same person's name, without their full stops. */
const titles = new Set([
  'dr', 'doctor', 'prof', 'professor', 'mr', 'mrs', 'ms', 'miss', 'mx', 'sir', 'md', 'phd', 'डॉ', 'डा', 'प्रो', 'श्री', 'श्रीमती', 'د', 'أد', 'الدكتور',
  'الدكتورة',
])

/**
 * What is left of a name without case, spacing, punctuation, accents, titles and the order of its words: names of the same key are probably
 * one person's. A name of nothing but titles or signs is taken as it is.
 */
export const likenessKey = (name: string): string => keyOf(folded(name))

/** Places of those in `folded`, names as `folded` leaves them, that are probably the same person's as `name`. */
export function nearDuplicates(name: string, folded: readonly string[]): number[] {
  const key = likenessKey(name)
  // Taking 80,000 names apart takes long; that the longest word occurs in one is seen at once.
  const longest = key.split(' ').reduce((one, other) => other.length > one.length ? other : one)
  return [...folded.keys()].filter((place) => joined(folded[place]!).includes(longest) && keyOf(folded[place]!) === key)
}

function keyOf(folded: string): string {
  const words = joined(folded).match(/[\p{L}\p{M}\p{N}\p{Emoji_Presentation}]+/gu) ?? []
  const own = words.filter((word) => !titles.has(word))
  return (own.length > 0 ? own : words).sort().join(' ') || folded
}

/** An apostrophe or a full stop inside a word ("O'Neill", "M.D.") does not part it. */
const joined = (folded: string) => /['’.]/.test(folded) ? folded.replace(/(?<=[\p{L}\p{M}])['’.](?=[\p{L}\p{M}])/gu, '') : folded
