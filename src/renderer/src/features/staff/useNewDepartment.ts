import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { AppFailure } from '@shared/errors'
import type { Creating } from '@renderer/composables/useCreate'

export interface NewDepartment {
  /** Remembers that this name is to become a department. */
  offer: (name: string) => void
  isNew: (name: string | undefined) => boolean
  /**
   * Creates the department if there is none of this name; `before` is the one that the member is in. Resolves with what stopped it.
   * Throws `AppFailure` about the field `department`.
   */
  ensure: (name: string, before: string | undefined) => Promise<string | undefined>
}

interface Options {
  departments: () => readonly string[]
  create: Creating['create']
}

/** Departments that are created on the spot; one that someone else deleted meanwhile comes back only after that has been said. */
export function useNewDepartment({ departments, create }: Options): NewDepartment {
  const { t } = useI18n()
  const offered = ref(new Set<string>())
  const made = new Set<string>()
  const isKnown = (name: string) => made.has(name) || departments().includes(name)
  const offer = (name: string) => { offered.value.add(name) }
  const wrong = (words: string[]) => new AppFailure({ kind: 'invalid', fields: { department: words } })

  const ensure = async (name: string, before: string | undefined) => {
    if (isKnown(name) || name === before) return undefined
    if (!offered.value.has(name)) {
      offer(name)
      throw wrong([t('staff.departmentGone', { name })])
    }
    try {
      const { stopped } = await create({ kind: 'department', form: { name } }, { name })
      // One that waits goes out before the member who waits behind it.
      if (stopped === undefined) made.add(name)
      return stopped
    } catch (cause) {
      // The server speaks of its field `name`, and means the department's.
      if (cause instanceof AppFailure && cause.error.kind === 'invalid') throw wrong(Object.values(cause.error.fields).flat())
      throw cause
    }
  }

  return { offer, ensure, isNew: (name) => name !== undefined && offered.value.has(name) && !isKnown(name) }
}
