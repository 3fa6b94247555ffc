import { useRegleSchema } from '@regle/schemas'
import { computed, reactive, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { signInFormSchema, type SignInForm } from '@shared/domain/session'
import type { AppError } from '@shared/errors'
import { appErrorOf } from '@renderer/composables/appErrorOf'
import { useErrorText } from '@renderer/composables/useErrorText'
import { useSession } from '@renderer/services/session'

export type SignInField = keyof SignInForm
const fields = Object.keys(signInFormSchema.entries) as SignInField[]

export interface SignIn {
  form: SignInForm
  /** Errors by field, from the form's own check and from the server, in words. */
  errors: ComputedRef<Partial<Record<SignInField, string>>>
  /** What concerns the whole form. */
  formError: ComputedRef<string | undefined>
  /** Which of the two ways in is being gone. */
  busy: Ref<'form' | 'demo' | undefined>
  /** Resolves with the field to be corrected, if one is. */
  submit: () => Promise<SignInField | undefined>
  tryDemo: () => Promise<void>
}

/** The sign-in form: what is typed, what is wrong with it, and the two ways in. */
export function useSignIn(): SignIn {
  const session = useSession()
  const form = reactive<SignInForm>({ server: '', email: '', password: '' })
  const busy = ref<'form' | 'demo'>()
  const failure = shallowRef<AppError>()
  const { errors, formError, validate } = useSignInErrors(form, failure)

  const attempt = async (way: 'form' | 'demo', signIn: () => Promise<void>) => {
    busy.value = way
    failure.value = undefined
    try {
      await signIn()
    } catch (cause) {
      failure.value = appErrorOf(cause)
    } finally {
      busy.value = undefined
    }
  }

  const submit = async () => {
    if (busy.value) return undefined
    await attempt('form', async () => { if (await validate()) await session.signIn({ ...form }) })
    return failure.value?.kind === 'badCredentials' ? 'password' : fields.find((field) => errors.value[field] !== undefined)
  }

  const tryDemo = async () => {
    if (!busy.value) await attempt('demo', session.signInToDemo)
  }

  return { form, errors, formError, busy, submit, tryDemo }
}

/** Joins what the form's own check and the server's `failure` say. What the server said of a field holds until that field is changed. */
function useSignInErrors(form: SignInForm, failure: Ref<AppError | undefined>) {
  const { t } = useI18n()
  const { sentence } = useErrorText()
  // Nothing is called wrong before the first attempt; from then on every key stroke is checked.
  const { r$ } = useRegleSchema(form, signInFormSchema, { autoDirty: false })

  const refused = computed(() => refusedFields(failure.value, sentence))
  for (const field of fields) watch(() => form[field], () => { if (refused.value[field]) failure.value = undefined })

  const errors = computed(() => {
    const found: Partial<Record<SignInField, string>> = {}
    for (const field of fields) {
      const own = r$[field].$errors[0]
      const text = own === undefined ? refused.value[field] : t(`form.${own}`)
      if (text !== undefined) found[field] = text
    }
    return found
  })
  const formError = computed(() => failure.value && Object.keys(refused.value).length === 0 ? sentence(failure.value) : undefined)

  return { errors, formError, validate: async () => (await r$.$validate()).valid }
}

/** Fields that an answer of the server is about, with what it says. */
function refusedFields(error: AppError | undefined, sentence: (error: AppError) => string): Partial<Record<SignInField, string>> {
  if (error?.kind === 'badAddress') return { server: sentence(error) }
  if (error?.kind !== 'invalid') return {}
  return Object.fromEntries(fields.filter((field) => error.fields[field]).map((field) => [field, error.fields[field]!.join(' ')]))
}
