import * as v from 'valibot'
import { computed, reactive, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import type { AppError } from '@shared/errors'
import { placeErrors } from './placeErrors'
import { useAttempt } from './useAttempt'
import { useDraft } from './useDraft'
import { useErrorText } from './useErrorText'
import { useFormCheck, type FormCheck } from './useFormCheck'
import { useFormDialog, type FormDialog } from './useFormDialog'

/** What a field can hold; undefined is a choice that has not been made. */
export type FieldValue = string | number | boolean | null | undefined
export type FormValues = Record<string, FieldValue>

/** What a field component needs of its form. */
export interface FieldBinding<T> {
  modelValue: T
  'onUpdate:modelValue': (value: T) => void
  error: string | undefined
  onBlur: (event?: FocusEvent) => void
  name: string
}

export interface FormOptions<Values, F extends string, Output> {
  /** The schema that main checks with too. Its messages are keys of the locale files under `form`. */
  schema: v.GenericSchema<unknown, Output>
  /** Where the form starts. Names the fields, in their order. */
  initial: Values
  /** Keeps what is typed as a draft under this name. */
  draft?: string | undefined
  /** The API's names of fields, where they differ from the form's. */
  serverFields?: Record<string, NoInfer<F>>
  /** The field that an error other than `invalid` is about. */
  fieldOf?: (error: AppError) => NoInfer<F> | undefined
}

export interface Form<Values, F extends keyof Values & string, Output> {
  values: Values
  /** Errors by field in words, the client's check and the server's alike. */
  errors: ComputedRef<Partial<Record<F, string>>>
  /** What concerns the whole form. */
  summary: ComputedRef<string | undefined>
  /** Why the last attempt failed. */
  failure: Readonly<Ref<AppError | undefined>>
  busy: Readonly<Ref<boolean>>
  dirty: ComputedRef<boolean>
  /** How many attempts have failed: each time, the focus goes to the first wrong field. */
  failures: Readonly<Ref<number>>
  field: <N extends F>(name: N) => FieldBinding<Values[N]>
  /** Sets values as if they had been typed. */
  fill: (part: Partial<Values>) => void
  /** Starts anew from here: nothing is dirty, nothing is wrong. */
  rebase: (to: Values) => void
  /**
   * Checks and sends. `send` ends well with nothing, or with words on what stopped it; what it throws is put beside its field or on
   * top. Resolves with whether it was sent; a second call while one runs does nothing.
   */
  submit: (send: (output: Output) => Promise<string | void>) => Promise<boolean>
  /** Props and listeners of UiFormDialog. */
  dialog: ComputedRef<FormDialog>
}

type AnyValues<Names extends PropertyKey> = { [K in Names]: FieldValue }

/** A form: what is typed, what is wrong with it, and its way to the server. A failed attempt loses nothing that was typed. */
export function useForm<Values extends AnyValues<keyof Values>, Output, F extends keyof Values & string = keyof Values & string>(
  { schema, initial, draft: draftName, serverFields, fieldOf }: FormOptions<Values, F, Output>,
): Form<Values, F, Output> {
  const fields = Object.keys(initial) as F[]
  const start = shallowRef<Values>({ ...initial })
  const values = reactive({ ...initial }) as Values
  const dirty = computed(() => fields.some((name) => values[name] !== start.value[name]))
  const { sentence } = useErrorText()
  const check = useFormCheck(schema, values as FormValues, fields)
  const attempt = useAttempt()
  const placed = computed(() => placeErrors(attempt.failure.value, { fields, serverFields, fieldOf, sentence }))
  // What the server said of a field holds until that field is changed.
  for (const name of fields) watch(() => values[name], () => { if (placed.value.fields[name] !== undefined) attempt.forget() })

  const fill = (part: Partial<Values>) => { Object.assign(values, part) }
  const rebase = (to: Values) => {
    start.value = { ...to }
    fill(to)
    attempt.forget()
    check.forget()
  }
  const draft = useDraft({ name: draftName, fields, values: values as FormValues, dirty, fill: fill as (part: FormValues) => void })

  const send = async (deliver: (output: Output) => Promise<string | void>) => {
    await check.all()
    const checked = v.safeParse(schema, values)
    return checked.success ? deliver(checked.output) : issuesOnTop(checked.issues, fields, check.words)
  }
  const submit = async (deliver: (output: Output) => Promise<string | void>) => {
    const sent = await attempt.run(() => send(deliver))
    if (sent) await draft.discard()
    return sent
  }

  const errors = computed(() => ({ ...placed.value.fields, ...check.errors.value }))
  const summary = computed(() => attempt.stopped.value ?? placed.value.top)
  const field = <N extends F>(name: N): FieldBinding<Values[N]> => ({
    modelValue: values[name],
    'onUpdate:modelValue': (value) => { values[name] = value },
    error: errors.value[name],
    onBlur: (event) => { if (values[name] !== start.value[name] && !leadsToButton(event)) check.one(name) },
    name,
  })
  const { failure, busy, failures } = attempt
  const dialog = useFormDialog({ busy, dirty, summary, failures, draft, startOver: () => { rebase(start.value) } })
  return { values, errors, summary, failure, busy, dirty, failures, field, fill, rebase, submit, dialog }
}

/** An error that appears between pressing and releasing a button would move the button away from under the pointer. */
const leadsToButton = (event?: FocusEvent) => event?.relatedTarget instanceof HTMLElement && event.relatedTarget.closest('button') !== null

/** What the schema says of the whole; '' when everything it says belongs to a field. */
const issuesOnTop = (issues: readonly v.BaseIssue<unknown>[], fields: readonly string[], words: FormCheck<string>['words']) =>
  issues.filter(({ path }) => !fields.includes(String(path?.[0]?.key))).map(({ message, input }) => words(message, input)).join(' ')
