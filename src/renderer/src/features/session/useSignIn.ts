import { computed, ref, type ComputedRef } from 'vue'
import { signInFormSchema, type SignInForm } from '@shared/domain/session'
import { useAttempt } from '@renderer/composables/useAttempt'
import { useErrorText } from '@renderer/composables/useErrorText'
import { useForm, type Form } from '@renderer/composables/useForm'
import { useSession } from '@renderer/services/session'

export type SignInField = keyof SignInForm

export interface SignIn extends Pick<Form<SignInForm, SignInField, SignInForm>, 'values' | 'field' | 'failures' | 'failure' | 'rebase'> {
  /** What concerns the whole form. */
  formError: ComputedRef<string | undefined>
  /** Which of the two ways in is being gone. */
  busy: ComputedRef<'form' | 'demo' | undefined>
  submit: () => Promise<void>
  tryDemo: () => Promise<void>
}

/** The sign-in form: what is typed, what is wrong with it, and the two ways in. */
export function useSignIn(): SignIn {
  const session = useSession()
  const { sentence } = useErrorText()
  const { values, field, failures, failure, rebase, summary, busy: sending, submit } = useForm<SignInForm, SignInForm>({
    schema: signInFormSchema,
    initial: { server: '', email: '', password: '' },
    fieldOf: (error) => error.kind === 'badAddress' ? 'server' : undefined,
  })
  const demo = useAttempt()
  const way = ref<'form' | 'demo'>('form')

  const busy = computed(() => {
    if (sending.value) return 'form'
    return demo.busy.value ? 'demo' : undefined
  })
  const formError = computed(() => {
    if (way.value === 'form') return summary.value
    return demo.failure.value && sentence(demo.failure.value)
  })
  const go = async (by: 'form' | 'demo', attempt: () => Promise<unknown>) => {
    if (busy.value) return
    way.value = by
    await attempt()
  }
  return {
    values, field, failures, failure, rebase, formError, busy,
    submit: () => go('form', () => submit(session.signIn)),
    tryDemo: () => go('demo', () => demo.run(session.signInToDemo)),
  }
}
