import { computed, onScopeDispose, type ComputedRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ActivityRecord } from '@shared/domain/activity'
import type { AppError } from '@shared/errors'
import { useAsync } from '@renderer/composables/useAsync'
import { useClinicClock } from '@renderer/composables/useClinicClock'
import { useDayText } from '@renderer/composables/useDayText'
import type { Names } from '@renderer/composables/useNames'
import { useTimes } from '@renderer/composables/useTimes'
import { useWhen } from '@renderer/composables/useWhen'
import { ask, listen } from '@renderer/services/desk'
import { useSession } from '@renderer/services/session'
import type { ActivityRow } from './activityRows'

export interface ActivityRows {
  /** Undefined until they were read, newest first. */
  rows: ComputedRef<readonly ActivityRow[] | undefined>
  error: Readonly<Ref<AppError | undefined>>
  loading: ComputedRef<boolean>
  read: () => Promise<void>
}

/** What this desk did, in words; follows what comes. */
export function useActivity(names: Names): ActivityRows {
  const records = useAsync(() => ask('activity:read'))
  const session = useSession()
  const wordsOf = useRecordWords(names)
  const { dayOf } = useClinicClock()
  const when = useWhen()
  onScopeDispose(listen('activity:changed', () => void records.run()))
  void records.run()

  return {
    rows: computed(() => records.value.value?.map((record, place, all): ActivityRow => ({
      id: all.length - place, record, day: dayOf(record.at), time: when(record.at), ...wordsOf(record), who: session.desk?.email ?? '',
    }))),
    error: records.error,
    loading: computed(() => records.status.value === 'loading'),
    read: records.run,
  }
}

/** What a record is about, in words: names where they are known, numbers where not. */
function useRecordWords({ clinicLabel, doctor, staffName }: Names) {
  const { t, te } = useI18n()
  const { short } = useDayText()
  const times = useTimes()
  const departments = useAsync(() => ask('departments:list'))
  onScopeDispose(listen('departments:changed', () => void departments.run()))
  void departments.run()

  /** The name of what an id stands for. */
  const named = (id: number | null | undefined, nameOf: (id: number) => string | undefined) =>
    id === null || id === undefined ? '' : nameOf(id) ?? t('callRequests.number', { id })
  const departmentName = (id: number) => departments.value.value?.rows.find((row) => row.id === id)?.name
  const subjects: Record<ActivityRecord['kind'], (record: ActivityRecord) => string[]> = {
    slot: ({ clinicId, id, date, start, end }) => [
      start === undefined || end === undefined ? '' : times.value.range(start, end), date ? short(date) : '',
      clinicId === undefined ? named(id, () => undefined) : clinicLabel(clinicId),
    ],
    callRequest: ({ doctorId, id, date }) => [doctorId === undefined ? named(id, () => undefined) : doctor(doctorId), date ? short(date) : ''],
    staffMember: ({ id }) => [named(id, staffName)],
    department: ({ id }) => [named(id, departmentName)],
  }
  const failureText = (failure: string) =>
    [`activity.failures.${failure}`, `errorsBrief.${failure}`].filter((key) => failure !== '' && te(key)).map((key) => t(key))[0] ?? failure

  return (record: ActivityRecord) => ({
    what: t(`activity.actions.${record.action}`, { kind: t(`activity.kinds.${record.kind}`) }),
    subject: subjects[record.kind](record).filter(Boolean).join(', '),
    outcome: t(`activity.outcomes.${record.outcome}`),
    why: [failureText(record.failure), record.reason && t('activity.overruled', { reason: record.reason })].filter(Boolean).join(' · '),
  })
}
