import { createI18n } from 'vue-i18n'
import en from '@shared/locales/en.json'

/** All texts of the interface; says the document's language and direction. Messages are compiled when the program is built. */
export function createTexts(root: HTMLElement) {
  root.lang = 'en'
  root.dir = 'ltr'
  return createI18n({ legacy: false, globalInjection: true, locale: 'en', fallbackLocale: 'en', messages: { en } })
}
