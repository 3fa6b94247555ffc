import { computed, type ComputedRef } from 'vue'
import { storeToRefs } from 'pinia'
import { wallClock, type Day } from '@shared/domain/time'
import { useSettings } from '@renderer/services/settings'
import { useNow } from './useNow'
import { useTimes } from './useTimes'

export interface ClinicClock {
  /** IANA zone of the clinic's wall clock. */
  zone: ComputedRef<string>
  /** The present instant, epoch milliseconds, renewed at each full minute. */
  now: Readonly<{ value: number }>
  /** The clinic's today. */
  today: ComputedRef<Day>
  /** Seconds since the clinic's midnight, renewed at each full minute. */
  seconds: ComputedRef<number>
  /** `09:15` of an instant on the clinic's clock. */
  timeOf: (instant: number) => string
  /** The clinic's day of an instant. */
  dayOf: (instant: number) => Day
}

/** The clinic's wall clock: everything that is "today" or "now" on screen comes from here. */
export function useClinicClock(): ClinicClock {
  const { zone } = storeToRefs(useSettings())
  const now = useNow()
  const times = useTimes()
  const wall = computed(() => wallClock(now.value, zone.value))
  return {
    zone: computed(() => zone.value),
    now,
    today: computed(() => wall.value.day),
    seconds: computed(() => wall.value.seconds),
    timeOf: (instant) => times.value.clock(wallClock(instant, zone.value).seconds),
    dayOf: (instant) => wallClock(instant, zone.value).day,
  }
}
