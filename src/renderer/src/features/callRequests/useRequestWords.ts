import { storeToRefs } from 'pinia'
import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { dayOfNumber, type Day } from '@shared/domain/time'
import { standingOf, untouched, type Standing } from '@shared/domain/triage'
import { useClinicClock } from '@renderer/composables/useClinicClock'
import { useDayText } from '@renderer/composables/useDayText'
import { useWhen } from '@renderer/composables/useWhen'
import { useSettings } from '@renderer/services/settings'
import { useTriage } from '@renderer/services/triage'
import { ageing, type Age, type Band } from './ageing'
import type { DeskColumns } from './deskColumns'
import type { RequestDoctor } from './doctors'
import { isBack } from './standing'
import { useDayAge } from './useDayAge'

/** One request in words. */
export interface RequestWords {
  id: number
  day: Day
  name: string
  department: string | undefined
  /** `Mon 23 Nov`, with its year when it is another one, and that as `Yesterday`. */
  date: string
  dayAge: string
  isToday: boolean
  standing: Standing
  isGone: boolean
  isPinned: boolean
  hasNote: boolean
  /** Undefined where nobody waits any more, or nobody knows for how long. */
  band: Band | undefined
  /** How long it has been waiting: short, and in full. */
  age: string
  ageInFull: string
  /** What this desk knows of it besides, `In hand · MK`; '' where that is nothing. */
  state: string
  /** All of it, for who hears it. */
  label: string
}

/** The age of requests by their place in the columns; undefined where nobody waits any more. */
export type AgeOf = (row: number) => Age | undefined

/** Puts requests into words, which follow the clock; by their place in the columns. */
export function useRequestWords(columns: Readonly<Ref<DeskColumns | undefined>>, doctors: Readonly<Ref<readonly RequestDoctor[]>>) {
  const { t } = useI18n()
  const { now, zone, today } = useClinicClock()
  const { long, medium, short } = useDayText()
  const dayAge = useDayAge()
  const when = useWhen()
  const { settings } = storeToRefs(useSettings())
  const { triage, marks } = storeToRefs(useTriage())

  const since = computed(() => triage.value?.since ?? null)
  const lasting = useLasting()
  const aged = computed(() => ageing(now.value, zone.value, settings.value, since.value))
  const markOf = (row: number) => marks.value.get(columns.value!.ids[row]!)
  const goneAt = (row: number) => columns.value!.gone.get(columns.value!.ids[row]!)

  const ageOf: AgeOf = (row) => {
    const mark = markOf(row)
    return goneAt(row) !== undefined || mark?.state === 'done' ? undefined : aged.value(mark?.firstSeenAt ?? null)
  }

  function stateOf(row: number): string {
    const mark = markOf(row)
    const standing = standingOf(mark, now.value)
    const left = goneAt(row)
    const isPlain = standing === 'seen' || standing === 'new'
    const named = standing === 'snoozed' ? t('callRequests.standing.snoozed', { time: when(mark!.snoozedUntil!) })
      : isBack(mark, now.value) ? t('callRequests.standing.back', { time: when(mark!.snoozedUntil!) })
        : isPlain ? '' : t(`callRequests.standing.${standing}`)
    return [named, mark?.owner, left !== undefined && t('callRequests.standing.gone', { time: when(left) })].filter(Boolean).join(' · ')
  }

  /** What is shown of an age: that a request was found is no news of how long it waits. */
  function shownAge(row: number) {
    const age = ageOf(row)
    if (!age || (age.atLeast && age.band === 'fresh')) return { band: undefined, age: '', ageInFull: '' }
    const { short: brief, full } = lasting(age)
    return {
      band: age.band,
      age: t(`callRequests.bandsInShort.${age.band}`, { length: brief }),
      ageInFull: t(`callRequests.bands.${age.band}`, { length: full }),
    }
  }

  function inWords(row: number): RequestWords {
    const { ids, days, doctorOf } = columns.value!
    const id = ids[row]!
    const mark = marks.value.get(id) ?? untouched(id)
    const day = dayOfNumber(days[row]!)
    const { department, ...doctor } = doctors.value[doctorOf[row]!]!
    const name = doctor.name || t('callRequests.nameless', { id: doctor.id })
    const age = shownAge(row)
    const state = stateOf(row)
    return {
      id, name, department, ...age, state,
      day, date: isThisYear(day) ? short(day) : medium(day), dayAge: dayAge(days[row]!), isToday: day === today.value,
      standing: standingOf(mark, now.value), isGone: goneAt(row) !== undefined, isPinned: mark.pinned, hasNote: mark.note !== '',
      label: [name, long(day), department, wordIf(mark.state === 'new', 'standing.new'), age.ageInFull, state,
        wordIf(mark.pinned, 'pinned'), wordIf(mark.note !== '', 'hasNote')].filter(Boolean).join(', '),
    }
  }
  const wordIf = (isSo: boolean, key: string) => isSo ? t(`callRequests.${key}`) : ''
  const isThisYear = (day: Day) => day.slice(0, 4) === today.value.slice(0, 4)

  return { ageOf, inWords }
}

/** An age in words: workdays from two of them on, else hours, else minutes. */
function useLasting(): (age: Age) => { short: string, full: string } {
  const { t, n } = useI18n()
  const { settings } = storeToRefs(useSettings())
  return ({ minutes, atLeast }) => {
    const { from, to } = settings.value.businessHours
    const days = Math.floor(minutes * 60 / (to - from))
    const [unit, count]: [string, number] = days >= 2 ? ['days', days] : minutes >= 60 ? ['hours', Math.floor(minutes / 60)] : ['minutes', minutes]
    const inWords = (text: string) => t(`callRequests.age.${text}`, { n: n(count) }, count)
    const full = inWords(unit)
    return { short: unit === 'days' ? inWords('daysInShort') : full, full: atLeast ? t('callRequests.age.atLeast', { length: full }) : full }
  }
}
