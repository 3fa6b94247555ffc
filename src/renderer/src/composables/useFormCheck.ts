import { useRegleSchema } from '@regle/schemas'
import type * as v from 'valibot'
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { FormValues } from './useForm'

/** As much of Regle's tree as is used here; its own types do not go through a generic form. */
interface Checked {
  r$: {
    /** Gone when the form is: its last field can lose the focus after that. */
    $fields: Record<string, { $errors: string[], $touch: () => void } | undefined> | undefined
    $validate: () => Promise<unknown>
    $reset: () => void
  }
}

export interface FormCheck<F extends string> {
  /** Errors in words of the fields that have been checked; from then on each key stroke is checked. */
  errors: ComputedRef<Partial<Record<F, string>>>
  /** Checks one field. */
  one: (name: F) => void
  /** Checks every field. */
  all: () => Promise<void>
  /** Nothing counts as checked any more. */
  forget: () => void
  /** A message of the schema in words. */
  words: (message: string, value: unknown) => string
}

/** The form's own check. Nothing is called wrong before it was asked for. */
export function useFormCheck<F extends string>(schema: v.GenericSchema<unknown, unknown>, values: FormValues, fields: readonly F[]) {
  const { t, te } = useI18n()
  const { r$ } = useRegleSchema(values, schema as v.GenericSchema<FormValues, FormValues>, { autoDirty: false }) as unknown as Checked

  /** A field that was never filled in fails by its type, for which schemas have no message of ours. */
  const words = (message: string, value: unknown) => {
    if (/^[a-zA-Z]+$/.test(message) && te(`form.${message}`)) return t(`form.${message}`)
    return t(value === undefined || value === null || value === '' ? 'form.required' : 'form.unknown')
  }
  const errors = computed(() => {
    const found: Partial<Record<F, string>> = {}
    for (const field of fields) {
      const message = r$.$fields?.[field]?.$errors[0]
      if (message !== undefined) found[field] = words(message, values[field])
    }
    return found
  })
  return {
    errors,
    one: (name) => { r$.$fields?.[name]?.$touch() },
    all: async () => { await r$.$validate() },
    forget: () => { r$.$reset() },
    words,
  } satisfies FormCheck<F>
}
