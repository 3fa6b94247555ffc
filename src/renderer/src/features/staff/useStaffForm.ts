import * as v from 'valibot'
import { computed, shallowRef, type ComputedRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { nameSchema } from '@shared/domain/basics'
import { staffFormSchema, type StaffEdit, type StaffForm, type StaffMember, type StaffSaved } from '@shared/domain/staff'
import { AppFailure } from '@shared/errors'
import { useCreate } from '@renderer/composables/useCreate'
import { useForm, type Form } from '@renderer/composables/useForm'
import type { EntryOf } from '@renderer/services/waiting'
import { mayBeNew } from './departmentNames'
import { mergedForm, saveCall, type Conflict, type StaffField } from './staffEdit'
import { useDoubt } from './useDoubt'
import { useNewDepartment } from './useNewDepartment'

interface StaffFormOptions {
  /** The member to be changed; undefined for a new one. */
  member: StaffMember | undefined
  /** A new member who is not on the server yet, to be changed. */
  waiting?: EntryOf<'staffMember'> | undefined
  departments: () => readonly string[]
  /** Members who are probably the same person. */
  alike: (name: string) => StaffMember[]
  /** Throws `AppFailure`. */
  save: (call: 'staff:change' | 'staff:replace', edit: StaffEdit) => Promise<StaffSaved>
}

/** What the form holds; a department may not have been chosen yet. */
type StaffValues = Omit<StaffForm, 'department'> & { department: string | undefined }

export interface StaffFormState {
  form: Form<StaffValues, StaffField, StaffForm>
  /** Words while it is looked up whether something was made. */
  progress: Readonly<Ref<string | undefined>>
  /** Set once someone else turned out to have changed the member meanwhile. */
  conflict: Readonly<Ref<Conflict | undefined>>
  /** The chosen department does not exist yet and is created with the member. */
  isNewDepartment: ComputedRef<boolean>
  /** Words that offer to create a department of what was typed; '' when there is one. */
  offer: (typed: string) => string
  takeOffer: (typed: string) => void
  /** Resolves with the member's id once it is saved, or undefined when it is not. */
  send: () => Promise<number | undefined>
}

const schema = v.strictObject({ ...staffFormSchema.entries, department: nameSchema })
const valuesOf = ({ name, isDoctor, department }: StaffForm): StaffValues => ({ name, isDoctor, department })

/** The form of a new or a known staff member. */
export function useStaffForm({ member, waiting, departments, alike, save }: StaffFormOptions): StaffFormState {
  const { t } = useI18n()
  const known = waiting?.create.form ?? member
  const initial = known ? valuesOf(known) : { name: '', isDoctor: false, department: undefined }
  const form = useForm({
    schema, initial, serverFields: { is_doctor: 'isDoctor' }, draft: waiting ? undefined : `staffMember:${member?.id ?? 'new'}`,
  })
  const { create, progress } = useCreate({ amends: waiting })
  const newDepartment = useNewDepartment({ departments, create })
  const doubt = useDoubt(alike)
  const base = shallowRef(member)
  const conflict = shallowRef<Conflict>()

  const change = async (before: StaffMember, wanted: StaffForm) => {
    const call = saveCall(before, wanted)
    if (!call) return undefined
    const saved = await save(conflict.value ? 'staff:replace' : call, { base: before, form: wanted })
    if (saved.status === 'saved') return undefined
    conflict.value = { theirs: saved.current, mine: wanted }
    base.value = saved.current
    form.rebase(valuesOf(saved.current))
    form.fill(mergedForm(before, conflict.value))
    return t('staff.changedMeanwhile')
  }

  const send = async () => {
    let id = member?.id
    const isSent = await form.submit(async (wanted) => {
      const before = (base.value ?? known)?.department
      const stopped = (base.value ? undefined : doubt(wanted.name)) ?? await newDepartment.ensure(wanted.department, before)
      if (stopped !== undefined) return stopped
      try {
        if (base.value) return await change(base.value, wanted)
        const { made, stopped: notMade } = await create({ kind: 'staffMember', form: wanted }, { name: wanted.name })
        id = made?.id ?? undefined
        return notMade
      } catch (cause) {
        throw explained(cause, (words) => t('staff.departmentRefused', { words }))
      }
    })
    return isSent ? id ?? 0 : undefined
  }

  return {
    form,
    progress,
    conflict,
    isNewDepartment: computed(() => newDepartment.isNew(form.values.department)),
    offer: (typed) => mayBeNew(typed, departments()) ? t('staff.createDepartment', { name: typed.trim() }) : '',
    takeOffer: (typed) => {
      newDepartment.offer(typed.trim())
      form.fill({ department: typed.trim() })
    },
    send,
  }
}

/** The server's own sentence on a department that was deleted meanwhile ("Object with name=… does not exist.") helps nobody alone. */
function explained(cause: unknown, wording: (words: string) => string): unknown {
  if (!(cause instanceof AppFailure) || cause.error.kind !== 'invalid' || !cause.error.fields['department']) return cause
  const words = cause.error.fields['department'].join(' ')
  return new AppFailure({ kind: 'invalid', fields: { ...cause.error.fields, department: [wording(words)] } })
}
