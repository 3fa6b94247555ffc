/** The languages that the interface is written in, as they call themselves. */
export const languages = { en: 'English', hi: 'हिन्दी', es: 'Español', ar: 'العربية' } as const
export type Language = keyof typeof languages

export const isLanguage = (word: string): word is Language => Object.hasOwn(languages, word)

/** What a person may choose; `pseudo` is made of English for tests of the layout and offered nowhere. */
export const languageChoices = ['system', 'en', 'hi', 'es', 'ar', 'pseudo'] as const
export type LanguageChoice = typeof languageChoices[number]

/** The first of the system's languages (BCP 47, best first) that the interface is written in, else English. */
export function languageOf(choice: LanguageChoice, system: readonly string[]): Language {
  if (choice === 'pseudo') return 'en'
  if (choice !== 'system') return choice
  return system.map((tag) => tag.split('-')[0]!.toLowerCase()).find(isLanguage) ?? 'en'
}

export const directionOf = (language: Language): 'ltr' | 'rtl' => language === 'ar' ? 'rtl' : 'ltr'

/** Digits as people of a language write them by hand, and whether they are usual on a screen. */
const ownDigits: Partial<Record<Language, { name: string, usual: boolean }>> = {
  hi: { name: 'deva', usual: false },
  ar: { name: 'arab', usual: true },
}

export const digitChoices = ['language', 'latin', 'own'] as const
export type DigitChoice = typeof digitChoices[number]

/** Whether there is anything to choose. */
export const hasOwnDigits = (language: Language): boolean => ownDigits[language] !== undefined

export function usesOwnDigits(language: Language, choice: DigitChoice): boolean {
  const own = ownDigits[language]
  return own !== undefined && (choice === 'own' || (choice === 'language' && own.usual))
}

export const hourChoices = ['h23', 'h12'] as const
export type HourChoice = typeof hourChoices[number]

/** Where a language is spoken by the people this is written for: decides the order of a date's parts. */
const regions: Record<Language, string> = { en: 'en-GB', hi: 'hi-IN', es: 'es', ar: 'ar' }

export interface Habits { language: Language, digits: DigitChoice, hours: HourChoice }

/** The BCP 47 tag that says all of it to `Intl`: `ar-u-hc-h12-nu-arab`. Days are of the calendar that the server counts in. */
export function localeOf({ language, digits, hours }: Habits): string {
  const numbers = usesOwnDigits(language, digits) ? ownDigits[language]!.name : 'latn'
  return `${regions[language]}-u-ca-gregory-hc-${hours}-nu-${numbers}`
}

export const weekStartChoices = ['language', 'monday', 'sunday', 'saturday'] as const
export type WeekStartChoice = typeof weekStartChoices[number]

const numbers = { monday: 1, saturday: 6, sunday: 7 } as const
const usualStart: Record<Language, 1 | 6 | 7> = { en: 1, hi: 7, es: 1, ar: 6 }

/** The weekday, 1 (Monday) to 7 (Sunday), that weeks begin with. */
export const weekStartOf = (choice: WeekStartChoice, language: Language): 1 | 6 | 7 =>
  choice === 'language' ? usualStart[language] : numbers[choice]
