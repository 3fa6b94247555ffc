import { computed, onScopeDispose, watch, type ComputedRef } from 'vue'
import { storeToRefs } from 'pinia'
import type { NextSlots } from '@shared/domain/slot'
import type { AppError } from '@shared/errors'
import { useAsync } from '@renderer/composables/useAsync'
import { useClinicClock } from '@renderer/composables/useClinicClock'
import { useCallRequests } from '@renderer/services/callRequests'
import { ask, listen } from '@renderer/services/desk'
import { doctorClinics, requestDays, type DoctorClinics } from './doctorFacts'

const NEXT_SLOTS = 5
/** Hints come one per clinic while slots are fetched; they are answered together. */
const GATHER_MILLISECONDS = 80

export interface DoctorFacts {
  clinics: ComputedRef<DoctorClinics>
  /** Undefined while they are being asked for. */
  nextSlots: ComputedRef<NextSlots | undefined>
  nextSlotsError: ComputedRef<AppError | undefined>
  /** Day numbers of the doctor's call requests, newest first; undefined while the list is not known. */
  requests: ComputedRef<Int32Array | undefined>
  requestsError: ComputedRef<AppError | null>
}

/** What refers to a doctor, followed as it changes. */
export function useDoctorFacts(doctorId: number): DoctorFacts {
  const { today, seconds } = useClinicClock()
  const directory = useAsync(() => ask('directory:read'))
  const slots = useAsync((clinicIds: number[]) =>
    ask('slots:next', { clinicIds, date: today.value, from: seconds.value, count: NEXT_SLOTS }))
  const { requests, error: requestsError } = storeToRefs(useCallRequests())

  const clinics = computed((): DoctorClinics => {
    if (directory.error.value) return { kind: 'failed', error: directory.error.value }
    return directory.value.value ? doctorClinics(directory.value.value, doctorId) : { kind: 'searching' }
  })
  const clinicIds = computed(() => clinics.value.kind === 'known' ? clinics.value.clinics.map(({ id }) => id) : [])

  let timer: ReturnType<typeof setTimeout> | undefined
  const askSlots = () => { if (clinicIds.value.length > 0) void slots.run(clinicIds.value) }
  const askSlotsSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(askSlots, GATHER_MILLISECONDS)
  }
  watch(() => clinicIds.value.join(), askSlots)
  const stops = [
    listen('directory:changed', () => void directory.run()),
    listen('slots:changed', (changed) => { if (changed.clinicIds.some((id) => clinicIds.value.includes(id))) askSlotsSoon() }),
    () => { clearTimeout(timer) },
  ]
  onScopeDispose(() => { for (const stop of stops) stop() })
  void directory.run()

  const known = computed(() => requests.value && requests.value.stamp.fetchedAt !== null ? requests.value : undefined)
  return {
    clinics,
    nextSlots: computed(() => slots.value.value),
    nextSlotsError: computed(() => slots.error.value),
    requests: computed(() => known.value && requestDays(known.value, doctorId)),
    requestsError: computed(() => known.value ? null : requestsError.value ?? requests.value?.stamp.failed ?? null),
  }
}
