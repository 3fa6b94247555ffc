import { compile, type LocaleMessage, type MessageCompilerContext, type MessageContext, type MessageFunction } from '@intlify/core-base'
import { createI18n, type Composer } from 'vue-i18n'
import en from '@shared/locales/en.json'
import { defaultSettings } from '@shared/domain/settings'
import { directionOf, localeOf, languages, type Habits, type Language } from '@shared/texts/languages'
import { pluralForm } from '@shared/texts/pluralForm'
import { insertion } from '@shared/texts/insertion'

type Messages = LocaleMessage

/** What is read besides the language that the page starts with. English is there from the beginning, to fall back to. */
const others: Record<Exclude<Language, 'en'>, () => Promise<{ default: Messages }>> = {
  hi: () => import('@shared/locales/hi.json'),
  es: () => import('@shared/locales/es.json'),
  ar: () => import('@shared/locales/ar.json'),
}

/** How the page speaks: `isPseudo` puts strange and longer letters in place of English, for tests of the layout. */
export interface Speech extends Habits { isPseudo: boolean }

const english: Speech = { language: 'en', isPseudo: false, digits: defaultSettings.digits, hours: defaultSettings.hours }

const pluralRules = Object.fromEntries((Object.keys(languages) as Language[]).flatMap((language) =>
  (['latin', 'own'] as const).flatMap((digits) => (['h23', 'h12'] as const).map((hours) =>
    [localeOf({ language, digits, hours }), (count: number, forms: number) => pluralForm(language, count, forms)]))))

/** All texts of the interface, in English until `speak` is told otherwise. Messages are compiled when the program is built. */
export function createTexts(root: HTMLElement) {
  const locale = localeOf(english)
  const texts = createI18n({
    legacy: false, globalInjection: true, locale, fallbackLocale: locale, pluralRules,
    messages: { [locale]: en as Messages } as Record<string, Messages>,
    messageCompiler: inserting(root),
  })
  sayOn(root, english)
  return texts
}

/** Lets the page speak differently from now on. The last call wins, however long an earlier one's language takes to be read. */
export function speaking(root: HTMLElement): (texts: Pick<Composer, 'locale' | 'setLocaleMessage'>, speech: Speech) => Promise<void> {
  let wanted: Speech | undefined
  return async (texts, speech) => {
    wanted = speech
    const messages = await messagesOf(speech)
    if (wanted !== speech) return
    const locale = localeOf(speech)
    texts.setLocaleMessage(locale, messages)
    sayOn(root, speech)
    texts.locale.value = locale
  }
}

async function messagesOf({ language, isPseudo }: Speech): Promise<Messages> {
  if (isPseudo) return (await import('./pseudoMessages')).pseudoMessages(en)
  return language === 'en' ? en : (await others[language]()).default
}

function sayOn(root: HTMLElement, { language }: Speech): void {
  root.lang = language
  root.dir = directionOf(language)
}

/** Writes what is put into a text as the language does: numbers with its digits, names so that they do not turn the words around them. */
const inserting = (root: HTMLElement) => (message: unknown, context: MessageCompilerContext): MessageFunction => {
  const compiled = compile(message as string, context) as MessageFunction
  return (parts: MessageContext & { interpolate?: (value: unknown) => string }) => {
    parts.interpolate = insertion(context.locale, root.dir === 'rtl')
    return compiled(parts)
  }
}
