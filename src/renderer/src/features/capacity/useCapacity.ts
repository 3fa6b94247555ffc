import { computed, onScopeDispose, reactive, watch, type ComputedRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { CAPACITY_DAYS, type Capacity, type CapacityQuery } from '@shared/domain/capacity'
import type { AppError } from '@shared/errors'
import { numberOfDay } from '@shared/domain/time'
import { useAsync } from '@renderer/composables/useAsync'
import { useClinicClock } from '@renderer/composables/useClinicClock'
import { useFirstWeekday } from '@renderer/composables/useFirstWeekday'
import { useTyped } from '@renderer/composables/useTyped'
import { ask, listen } from '@renderer/services/desk'
import { rangeOf, type DayRange, type RangeChoice } from './capacityRange'

/** Typing is answered when it rests; so are hints that come one per clinic. */
const REST_MILLISECONDS = 300

/** What is asked, as it is chosen and typed. */
export interface Asked { range: RangeChoice, from: string, to: string, department: string | undefined, gapMinutes: string }

export interface Counting {
  asked: Asked
  errors: ComputedRef<{ from: string, to: string, gapMinutes: string }>
  /** The days that are counted; undefined while what is typed is none. */
  days: ComputedRef<DayRange | undefined>
  counted: Readonly<Ref<Capacity | undefined>>
  failure: Readonly<Ref<AppError | undefined>>
  count: () => Promise<void>
}

/** Counts what is published, anew whenever something is chosen, typed or known that was not before. */
export function useCapacity(): Counting {
  const { t } = useI18n()
  const { today } = useClinicClock()
  const first = useFirstWeekday()
  const typed = useTyped()
  const asked = reactive<Asked>({ range: 'thisWeek', from: '', to: '', department: undefined, gapMinutes: '30' })

  const ends = computed(() => ({ from: typed.day(asked.from || today.value), to: typed.day(asked.to || today.value) }))
  const days = computed((): DayRange | undefined => {
    if (asked.range !== 'own') return rangeOf(asked.range, today.value, first.value)
    const { from, to } = ends.value
    const isRange = from.ok && to.ok && from.day <= to.day && numberOfDay(to.day) - numberOfDay(from.day) < CAPACITY_DAYS
    return isRange ? { from: from.day, to: to.day } : undefined
  })
  const gapMinutes = computed(() => /^\d{1,4}$/.test(asked.gapMinutes.trim()) ? Number(asked.gapMinutes) : NaN)
  const isGap = computed(() => gapMinutes.value >= 5 && gapMinutes.value <= 1440)
  const errors = computed(() => {
    const { from, to } = ends.value
    return {
      from: from.ok ? '' : typed.dayError(from),
      to: !to.ok ? typed.dayError(to) : from.ok && !days.value ? t('capacity.rangeError', { days: CAPACITY_DAYS }) : '',
      gapMinutes: isGap.value ? '' : t('capacity.gapError'),
    }
  })

  const answer = useAsync((query: CapacityQuery) => ask('capacity:read', query))
  const count = async () => {
    if (days.value && isGap.value) await answer.run({ ...days.value, department: asked.department ?? null, gapMinutes: gapMinutes.value })
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = () => { timer ??= setTimeout(() => { timer = undefined; void count() }, REST_MILLISECONDS) }
  watch(() => JSON.stringify([days.value, asked.department, gapMinutes.value]), soon)
  const stops = [listen('slots:changed', soon), listen('directory:changed', soon)]
  onScopeDispose(() => {
    clearTimeout(timer)
    for (const stop of stops) stop()
  })
  void count()
  return { asked, errors, days, counted: answer.value, failure: answer.error, count }
}
