import type en from '@shared/locales/en.json'
import { numberOfDay, type Day } from '@shared/domain/time'
import { insertion } from '@shared/texts/insertion'
import { directionOf, localeOf, type Habits, type Language } from '@shared/texts/languages'
import { pluralForm } from '@shared/texts/pluralForm'
import { times, type Times } from '@shared/texts/times'

export type Texts = typeof en

/** A language with all that is said in it outside of the window: tray, notifications, the system's dialogs, paper, files. */
export interface Tongue extends Times {
  texts: Texts
  language: Language
  direction: 'ltr' | 'rtl'
  /** A text of the locale files with its `{name}`s filled in; of one that counts, the form that the count takes. */
  say: (text: string, values?: Record<string, string | number>, count?: number) => string
  /** `Monday 23 November 2026` */
  longDay: (day: Day) => string
  /** `Mon 23 Nov` */
  shortDay: (day: Day) => string
}

/** The language that is spoken now. */
export type Speaking = () => Tongue

export function tongueOf(texts: Texts, habits: Habits): Tongue {
  const locale = localeOf(habits)
  const { language } = habits
  const direction = directionOf(language)
  const inserted = insertion(locale, direction === 'rtl')
  return {
    texts, language, direction,
    clock: (seconds) => times(locale).clock(seconds),
    range: (start, end) => times(locale).range(start, end),
    say(text, values = {}, count) {
      const forms = text.split(' | ')
      const form = count === undefined ? text : forms[pluralForm(language, count, forms.length)]!
      return form.replace(/\{(\w+)\}/g, (hole, name: string) => name in values ? inserted(values[name]) : hole)
    },
    longDay: written(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    shortDay: written(locale, { weekday: 'short', day: 'numeric', month: 'short' }),
  }
}

/** A day has no zone: it is put together and written out in UTC, so that no zone can shift it. */
function written(locale: string, options: Intl.DateTimeFormatOptions): (day: Day) => string {
  let format: Intl.DateTimeFormat | undefined
  return (day) => (format ??= new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })).format(numberOfDay(day) * 86_400_000)
}
