import { computed, reactive, ref, watch, type ComputedRef, type Ref } from 'vue'
import type { DraftFields } from '@shared/domain/draft'
import type { Day } from '@shared/domain/time'
import type { PlanSource } from '@shared/planner/plan'
import { useClinicClock } from '@renderer/composables/useClinicClock'
import { useDraft, type FormDraft } from '@renderer/composables/useDraft'
import { useTyped } from '@renderer/composables/useTyped'
import { usePlanner } from '@renderer/services/planner'
import { copyOf, readCopy, type CopyValues, type ReadCopy } from './copyValues'
import { draftFields, plannerDraft, readDraft } from './plannerDraft'
import { usePlan, type PlanState } from './usePlan'
import type { PlannerNames } from './usePlannerNames'
import { usePreview, type Previewing } from './usePreview'

export interface Planning {
  mode: Ref<'pattern' | 'copy'>
  plan: PlanState
  copy: { values: CopyValues, read: ComputedRef<ReadCopy>, fill: (part: Partial<CopyValues>) => void }
  /** What is to be previewed, once it is whole. */
  source: ComputedRef<PlanSource | undefined>
  preview: Previewing
  dirty: ComputedRef<boolean>
  draft: FormDraft
  /** What is typed, to be gone on with another time. */
  fields: () => DraftFields
  startOver: () => void
}

/** What the planner holds: a pattern or a copy, its preview, and the draft that keeps what is typed. `shown` is the calendar's day. */
export function usePlanning(names: PlannerNames, shown: () => Day): Planning {
  const { today } = useClinicClock()
  const typed = useTyped()
  const mode = ref<'pattern' | 'copy'>('pattern')
  const plan = usePlan({ today: () => today.value, names: () => names.line.value, typed })
  const store = usePlanner()
  const begin = () => copyOf(shown(), [...store.boardClinics])
  const values = reactive(begin()) as CopyValues
  const read = computed(() => readCopy(values, today.value, typed))
  const source = computed((): PlanSource | undefined => {
    if (mode.value === 'copy') return read.value.copy && { kind: 'copy', copy: read.value.copy }
    return plan.plan.value && { kind: 'pattern', plan: plan.plan.value }
  })
  const preview = usePreview(() => source.value)
  watch(mode, preview.forget)
  const startOver = () => {
    plan.start({})
    plan.typeLine('')
    Object.assign(values, begin())
    preview.forget()
  }
  return {
    mode, plan, source, preview, startOver,
    copy: { values, read, fill: (part) => { Object.assign(values, part) } },
    ...useKept({ mode, plan, copy: values, begin: JSON.stringify(values) }),
  }
}

/** The draft, and what the planner was opened with. */
function useKept({ mode, plan, copy, begin }: { mode: Planning['mode'], plan: PlanState, copy: CopyValues, begin: string }) {
  const store = usePlanner()
  /** The line that nobody here has typed. */
  const given = ref('')
  const isFilled = computed(() => plan.line.value !== '' || Object.keys(plan.wrong.value).length > 0 || JSON.stringify(copy) !== begin)
  const dirty = computed(() => isFilled.value && plan.line.value !== given.value)
  const now = () => plannerDraft(mode.value, plan.line.value, plan.source.value === 'form' ? plan.values : undefined, copy)
  const kept = reactive(now())
  watch(now, (next) => { Object.assign(kept, next) }, { deep: true })

  const fill = (part: DraftFields) => {
    const found = readDraft(part)
    mode.value = found.mode
    plan.typeLine(found.line)
    if (found.form) plan.fill(found.form)
    if (found.copy) Object.assign(copy, found.copy)
  }
  watch(() => store.proposal, (proposal) => {
    if (!proposal) return
    mode.value = 'pattern'
    plan.start(proposal)
    given.value = plan.line.value
    store.proposal = undefined
  }, { immediate: true })
  watch(() => store.restored, (fields) => {
    if (!fields) return
    fill(fields)
    store.restored = undefined
  }, { immediate: true })
  const draft = useDraft({ name: 'plan:new', fields: draftFields, values: kept, dirty: isFilled, fill: (part) => { fill(part as DraftFields) } })
  return { dirty, draft, fields: now }
}
