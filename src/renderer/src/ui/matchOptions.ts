import { folded, wordsOf } from './folded'

export interface Option<V extends string | number = string | number> {
  value: V
  label: string
  /** A second line that tells equal labels apart; found by the search too. */
  hint?: string
}

/** Options that contain every word of `query` in label or hint, in their order: at most `limit` of them, and how many there are in all. */
export function matchOptions<V extends string | number>(
  options: readonly Option<V>[],
  query: string,
  limit: number,
): { shown: Option<V>[], count: number } {
  const words = wordsOf(query)
  const found = words.length === 0 ? options : options.filter(({ label, hint }) => {
    const text = folded(hint === undefined ? label : `${label} ${hint}`)
    return words.every((word) => text.includes(word))
  })
  return { shown: found.slice(0, limit), count: found.length }
}
