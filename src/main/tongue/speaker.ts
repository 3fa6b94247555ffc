import en from '@shared/locales/en.json'
import type { Settings } from '@shared/domain/settings'
import { languageOf, type Habits, type Language, type LanguageChoice } from '@shared/texts/languages'
import { pseudoTexts } from '@shared/texts/pseudoText'
import { tongueOf, type Speaking, type Texts } from './tongue'

const others: Record<Exclude<Language, 'en'>, () => Promise<{ default: Texts }>> = {
  hi: () => import('@shared/locales/hi.json'),
  es: () => import('@shared/locales/es.json'),
  ar: () => import('@shared/locales/ar.json'),
}

type Choice = Pick<Settings, 'language' | 'digits' | 'hours'>

/** What main says things in. */
export interface Speaker {
  speaking: Speaking
  /** Speaks as the settings say, from when the language was read on. Undefined when that is how it speaks already. */
  follow: (choice: Choice) => Promise<void> | undefined
}

/** Speaks English until it has followed the settings. `system` are the languages of the computer, best first. */
export function speaker(system: readonly string[]): Speaker {
  let choice: Choice = { language: 'en', digits: 'language', hours: 'h23' }
  let now = tongueOf(en, { ...choice, language: 'en' })

  async function change(wanted: Choice) {
    const habits: Habits = { ...wanted, language: languageOf(wanted.language, system) }
    const texts = await textsOf(wanted.language, habits.language)
    if (choice === wanted) now = tongueOf(texts, habits)
  }

  return {
    speaking: () => now,
    follow({ language, digits, hours }) {
      if (language === choice.language && digits === choice.digits && hours === choice.hours) return undefined
      choice = { language, digits, hours }
      return change(choice)
    },
  }
}

async function textsOf(choice: LanguageChoice, language: Language): Promise<Texts> {
  if (choice === 'pseudo') return pseudoTexts(en)
  return language === 'en' ? en : (await others[language]()).default
}
