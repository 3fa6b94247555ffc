import { computed, reactive, ref, watch, type ComputedRef, type Ref } from 'vue'
import * as v from 'valibot'
import type { PlanDraft } from '@shared/planner/line/lineContext'
import type { LineNames } from '@shared/planner/line/lineNames'
import { readPlanLine, withDefaults, type ReadLine } from '@shared/planner/line/planLine'
import { writePlanLine } from '@shared/planner/line/writePlanLine'
import { planSchema, type Plan } from '@shared/planner/plan'
import type { Day } from '@shared/domain/time'
import type { Typed } from '@renderer/composables/useTyped'
import { followed, missingParts, valuesOf, type PlanPart, type PlanValues, type WrongValues } from './planValues'
import { readValues } from './readValues'

export interface PlanState {
  line: Ref<string>
  /** The line as read. */
  read: ComputedRef<ReadLine>
  values: PlanValues
  /** What of the form can not be read. */
  wrong: ComputedRef<WrongValues>
  /** Where somebody typed last: that is what the plan is made of. */
  source: Ref<'line' | 'form'>
  missing: ComputedRef<PlanPart[]>
  /** The plan, once all of it is said and none of it is wrong. */
  plan: ComputedRef<Plan | undefined>
  typeLine: (text: string) => void
  /** Changes the form; the line follows. */
  fill: (part: Partial<PlanValues>) => void
  /** Starts from a plan, or part of one. */
  start: (draft: PlanDraft) => void
}

interface Options {
  today: () => Day
  names: () => LineNames
  typed: Pick<Typed, 'day' | 'time' | 'words'>
}

/** A pattern of slots as one line and as a form: each follows the other while it is typed. */
export function usePlan({ today, names, typed }: Options): PlanState {
  const line = ref('')
  const source = ref<'line' | 'form'>('line')
  const values = reactive(valuesOf({})) as PlanValues
  const read = computed(() => readPlanLine(line.value, { today: today(), words: typed.words.value, names: names() }))
  const said = computed(() => readValues(values, today(), typed))
  const draft = computed(() => source.value === 'line' ? read.value.plan : said.value.draft)

  const followLine = () => { Object.assign(values, followed(values, said.value, read.value.plan)) }
  const followForm = () => { line.value = writePlanLine(said.value.draft, names()) }
  // Names come in while clinics are being found: what they name is read, or written, anew.
  watch(names, () => {
    if (source.value === 'line') followLine()
    else followForm()
  })

  const typeLine = (text: string) => {
    source.value = 'line'
    line.value = text
    followLine()
  }
  const fill = (part: Partial<PlanValues>) => {
    source.value = 'form'
    Object.assign(values, part)
    followForm()
  }
  const plan = computed(() => {
    const isWrong = source.value === 'line' ? read.value.errors.length > 0 : Object.keys(said.value.wrong).length > 0
    const whole = v.safeParse(planSchema, withDefaults(draft.value, today()))
    return whole.success && !isWrong ? whole.output : undefined
  })
  return {
    line, read, values, source, plan, typeLine, fill,
    wrong: computed(() => said.value.wrong),
    missing: computed(() => missingParts(draft.value)),
    start: (wanted) => { fill(valuesOf(wanted)) },
  }
}
