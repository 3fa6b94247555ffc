import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import type { Day } from '@shared/domain/time'
import type { AppError } from '@shared/errors'
import type { PlanSource } from '@shared/planner/plan'
import type { PlannedSlots, Preview } from '@shared/planner/preview'
import { useAsync } from '@renderer/composables/useAsync'
import { ask, listen } from '@renderer/services/desk'
import type { PlannedSlot } from '@renderer/services/planner'
import { choosing, countKinds, dayOfRow, plannedOn, rowsOfKind, takenRows, takenSlots, type Choices, type KindCount, type RowKind } from './previewRows'

/** A preview of so many slots follows what is typed by itself. */
const SMALL = 2000
const PAUSE = 300

export interface Previewing {
  preview: ComputedRef<Preview | undefined>
  /** What is shown is of another plan than the one that is typed, or of slots that changed meanwhile. */
  isOutdated: ComputedRef<boolean>
  busy: ComputedRef<boolean>
  error: Readonly<Ref<AppError | undefined>>
  /** 1 for each row that is to be created. */
  taken: ComputedRef<Uint8Array>
  takenCount: ComputedRef<number>
  kinds: ComputedRef<KindCount[]>
  choose: (rows: Iterable<number>, isTaken: boolean) => void
  chooseKind: (kind: RowKind, isTaken: boolean) => void
  /** What is to be created of exactly what is shown. */
  slots: () => PlannedSlots
  on: (day: Day) => PlannedSlot[]
  /** The day of a row. */
  dayOf: (row: number) => Day
  show: (source: PlanSource) => Promise<void>
  /** No preview is shown any more, and nothing is decided. */
  forget: () => void
}

/** The exact slots of what is typed. Once shown they follow it when they are not too many; only what is shown can be created. */
export function usePreview(source: () => PlanSource | undefined): Previewing {
  const asked = useAsync(async (of: PlanSource) => ({ key: keyOf(of), preview: await ask('planner:preview', of) }))
  const choices = shallowRef<Choices>(new Map())
  const isStale = shallowRef(false)
  const preview = computed(() => asked.value.value?.preview)
  const wanted = computed(() => keyOf(source()))
  const isOutdated = computed(() => preview.value !== undefined && (isStale.value || asked.value.value?.key !== wanted.value))
  const taken = computed(() => preview.value ? takenRows(preview.value, choices.value) : new Uint8Array())

  const show = async (of: PlanSource) => {
    isStale.value = false
    await asked.run(of)
  }
  follow({ source, wanted, isOutdated, preview, busy: () => asked.status.value === 'loading', show, stale: () => { isStale.value = true } })

  const choose = (rows: Iterable<number>, isTaken: boolean) => {
    if (preview.value) choices.value = choosing(preview.value, choices.value, rows, isTaken)
  }
  return {
    preview, isOutdated, taken, choose, show,
    busy: computed(() => asked.status.value === 'loading'),
    error: asked.error,
    takenCount: computed(() => taken.value.reduce((sum, each) => sum + each, 0)),
    kinds: computed(() => preview.value ? countKinds(preview.value, taken.value) : []),
    chooseKind: (kind, isTaken) => { if (preview.value) choose(rowsOfKind(preview.value, kind), isTaken) },
    slots: () => takenSlots(preview.value!, taken.value),
    on: (day) => preview.value ? plannedOn(preview.value, taken.value, day) : [],
    dayOf: (row) => dayOfRow(preview.value!, row),
    forget: () => {
      asked.reset()
      choices.value = new Map()
      isStale.value = false
    },
  }
}

interface Following {
  source: () => PlanSource | undefined
  wanted: ComputedRef<string>
  isOutdated: ComputedRef<boolean>
  preview: ComputedRef<Preview | undefined>
  busy: () => boolean
  show: (of: PlanSource) => Promise<void>
  stale: () => void
}

/** Asks anew once typing rests, where the preview is small; and when slots of its clinics have changed. */
function follow({ source, wanted, isOutdated, preview, busy, show, stale }: Following): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  watch([wanted, isOutdated], () => {
    clearTimeout(timer)
    const of = source()
    if (of && isOutdated.value && preview.value!.days.length <= SMALL) timer = setTimeout(() => void show(of), PAUSE)
  })
  const stop = listen('slots:changed', ({ clinicIds }) => {
    if (preview.value && !busy() && clinicIds.some((id) => preview.value!.clinicIds.includes(id))) stale()
  })
  onScopeDispose(() => {
    clearTimeout(timer)
    stop()
  })
}

const keyOf = (source: PlanSource | undefined) => source ? JSON.stringify(source) : ''
