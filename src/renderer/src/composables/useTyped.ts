import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { parseDateEntry, type DateEntry, type DateEntryOptions, type DateWords } from '@shared/domain/dateEntry'
import { dateWords } from '@shared/domain/dateWords'
import { parseTimeEntry, type TimeEntryOptions, type TimeWords } from '@shared/domain/timeEntry'
import { useClinicClock } from './useClinicClock'

export interface Typed {
  /** The day that was typed, counted from the clinic's today: see `parseDateEntry`. */
  day: (text: string, options?: DateEntryOptions) => DateEntry
  /** Why it is no day, in words. */
  dayError: (entry: Extract<DateEntry, { ok: false }>) => string
  /** Seconds since midnight: see `parseTimeEntry`. */
  time: (text: string, options?: TimeEntryOptions) => number | undefined
  /** The words that all of these know. */
  words: ComputedRef<{ dates: DateWords, times: TimeWords }>
}

/** Reads dates and times as people type them, in the interface's language and in English. */
export function useTyped(): Typed {
  const { t, locale } = useI18n()
  const { today } = useClinicClock()
  const days = computed(() => dateWords(locale.value, {
    today: [t('entry.words.today'), 'today'],
    tomorrow: [t('entry.words.tomorrow'), 'tomorrow'],
    yesterday: [t('entry.words.yesterday'), 'yesterday'],
    next: [t('entry.words.next'), 'next'],
    last: [t('entry.words.last'), 'last'],
    week: [t('entry.words.week'), 'week'],
    month: [t('entry.words.month'), 'month'],
  }))
  const times: ComputedRef<TimeWords> = computed(() => ({
    noon: [t('entry.words.noon'), 'noon'],
    midnight: [t('entry.words.midnight'), 'midnight'],
    am: [t('entry.words.am'), 'a.m.', 'am', 'a'],
    pm: [t('entry.words.pm'), 'p.m.', 'pm', 'p'],
  }))
  return {
    day: (text, options) => parseDateEntry(text, today.value, days.value, options),
    dayError: (entry) => t(`entry.dateError.${entry.reason}`, 'instead' in entry ? { instead: entry.instead } : {}),
    time: (text, options) => parseTimeEntry(text, times.value, options),
    words: computed(() => ({ dates: days.value, times: times.value })),
  }
}
