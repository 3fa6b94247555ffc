import type { Language } from './languages'

/** The forms of a counted text, in the order in which they are written. Where there is one form more, it is for none and comes first. */
const categories: Record<Language, readonly Intl.LDMLPluralRule[]> = {
  en: ['one', 'other'],
  hi: ['one', 'other'],
  es: ['one', 'other'],
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
}

const rules = new Map<Language, Intl.PluralRules>()

/** How many forms a counted text of a language has besides one for none. */
export const formsOf = (language: Language): number => categories[language].length

/** Which of a text's forms a count takes: the language's rule, and the form for none where the text has one. */
export function pluralForm(language: Language, count: number, forms: number): number {
  const own = categories[language]
  const extra = forms > own.length ? 1 : 0
  if (extra === 1 && count === 0) return 0
  let rule = rules.get(language)
  if (!rule) rules.set(language, rule = new Intl.PluralRules(language))
  const place = own.indexOf(rule.select(Math.abs(count)))
  return Math.min(forms - 1, extra + (place < 0 ? own.length - 1 : place))
}
