import { onScopeDispose, readonly, ref, watch, type Ref } from 'vue'
import type { DraftFields } from '@shared/domain/draft'
import { ask } from '@renderer/services/desk'
import { useSession } from '@renderer/services/session'
import { appErrorOf } from './appErrorOf'
import type { FormValues } from './useForm'

interface DraftOptions {
  /** Undefined: nothing is kept. */
  name: string | undefined
  fields: readonly string[]
  values: FormValues
  dirty: Readonly<Ref<boolean>>
  fill: (part: FormValues) => void
}

export interface FormDraft {
  /** The form went on with what was typed an earlier time. */
  continued: Readonly<Ref<boolean>>
  /** Forgets the draft; what is typed after that is kept again. */
  discard: () => Promise<void>
}

const PAUSE = 400

/** Keeps what is typed into a form and not sent, over a restart too. A draft that can not be read or written is no reason to disturb. */
export function useDraft({ name, fields, values, dirty, fill }: DraftOptions): FormDraft {
  const continued = ref(false)
  if (name === undefined) return { continued: readonly(continued), discard: async () => undefined }
  const session = useSession()
  let timer: ReturnType<typeof setTimeout> | undefined
  let unwritten = false

  const write = async () => {
    clearTimeout(timer)
    if (!unwritten) return
    unwritten = false
    try {
      await (dirty.value ? ask('drafts:write', { form: name, fields: draftOf(values) }) : ask('drafts:discard', { form: name }))
    } catch (cause) {
      appErrorOf(cause)
      unwritten = true
    }
  }
  const discard = async () => {
    clearTimeout(timer)
    unwritten = false
    continued.value = false
    await ask('drafts:discard', { form: name }).catch(appErrorOf)
  }

  void ask('drafts:read', { form: name }).then((found) => {
    // Who was faster than the disk goes on with what they typed.
    if (!found || dirty.value) return
    fill(Object.fromEntries(fields.filter((field) => Object.hasOwn(found, field)).map((field) => [field, found[field]])))
    continued.value = dirty.value
  }).catch(appErrorOf)

  watch(values, () => {
    clearTimeout(timer)
    unwritten = true
    timer = setTimeout(() => void write(), PAUSE)
  })
  // While the session is lost nothing can be kept; what was typed then is kept as soon as it is back.
  watch(() => session.state?.status, (status) => { if (status === 'signedIn') void write() })
  onScopeDispose(() => void write())

  return { continued: readonly(continued), discard }
}

const draftOf = (values: FormValues) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as DraftFields
