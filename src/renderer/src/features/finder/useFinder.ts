import { computed, onScopeDispose, reactive, ref, watch, type ComputedRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { DayPart, FindQuery, FoundSlots } from '@shared/domain/finder'
import type { Weekday } from '@shared/domain/week'
import type { AppError } from '@shared/errors'
import { useAsync } from '@renderer/composables/useAsync'
import { useClinicClock } from '@renderer/composables/useClinicClock'
import { useTyped } from '@renderer/composables/useTyped'
import { ask, listen } from '@renderer/services/desk'

const COUNT = 50
/** Typing is answered when it rests; so are hints that come one per clinic. */
const REST_MILLISECONDS = 250

/** What is looked for, as it is chosen and typed. */
export interface Wanted {
  department: string | undefined
  doctorId: number | undefined
  clinicId: number | undefined
  weekdays: Weekday[]
  part: DayPart
  minutes: string
  from: string
}

const nothing = (): Wanted => ({ department: undefined, doctorId: undefined, clinicId: undefined, weekdays: [], part: 'any', minutes: '', from: '' })

export interface Finding {
  wanted: Wanted
  errors: ComputedRef<{ minutes: string, from: string }>
  found: Readonly<Ref<FoundSlots | undefined>>
  failure: Readonly<Ref<AppError | undefined>>
  find: () => Promise<void>
  /** Looks for any slot. */
  clear: () => void
  /** Something narrows the search. */
  isNarrowed: ComputedRef<boolean>
  /** As many more as there were at first. */
  further: () => void
}

/** Looks for published slots, anew whenever something is chosen, typed or known that was not before. */
export function useFinder(): Finding {
  const { t } = useI18n()
  const { today, now } = useClinicClock()
  const typed = useTyped()
  const wanted = reactive(nothing())
  const count = ref(COUNT)

  const minutes = computed(() => minutesOf(wanted.minutes))
  const from = computed(() => wanted.from.trim() === '' ? { ok: true as const, day: today.value } : typed.day(wanted.from))
  const errors = computed(() => ({
    minutes: minutes.value === undefined ? t('finder.minutesError') : '',
    from: from.value.ok ? '' : typed.dayError(from.value),
  }))
  const query = computed((): FindQuery | undefined => {
    if (minutes.value === undefined || !from.value.ok) return undefined
    const { department, doctorId, clinicId, weekdays, part } = wanted
    return {
      department: department ?? null, doctorId: doctorId ?? null, clinicId: clinicId ?? null, weekdays: [...weekdays], part,
      minutes: minutes.value, from: from.value.day, count: count.value,
    }
  })
  const search = useAsync((of: FindQuery) => ask('finder:find', of))
  const find = async () => { if (query.value) await search.run(query.value) }

  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = () => { timer ??= setTimeout(() => { timer = undefined; void find() }, REST_MILLISECONDS) }
  watch(() => JSON.stringify(query.value), soon)
  // What has begun is not found any more.
  watch(now, soon)
  const stops = [listen('slots:changed', soon), listen('directory:changed', soon)]
  onScopeDispose(() => {
    clearTimeout(timer)
    for (const stop of stops) stop()
  })
  void find()

  const clear = () => { Object.assign(wanted, nothing()) }
  return {
    wanted, errors, found: search.value, failure: search.error, find, clear,
    isNarrowed: computed(() => JSON.stringify(wanted) !== JSON.stringify(nothing())),
    further: () => { count.value = Math.min(200, count.value + COUNT) },
  }
}

/** 0 for nothing typed; undefined for what is no number of minutes. */
function minutesOf(text: string): number | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return 0
  const number = Number(trimmed)
  return /^\d{1,4}$/.test(trimmed) && number >= 1 && number <= 1440 ? number : undefined
}
