import { shallowRef, type Ref } from 'vue'
import type { StaffMember } from '@shared/domain/staff'

/** What is going on with a row: shown as it will be, or taken back because it was refused. */
export type RowMark =
  | { state: 'saving', member: StaffMember }
  | { state: 'removing' | 'notSaved' | 'notRemoved' }

interface Change<T> {
  /** What the row shows until the task has ended. */
  shown: RowMark
  /** What it shows when the task has failed. */
  refused: RowMark
  task: () => Promise<T>
  /** Brings the list up to date before the mark goes: the old row must not flash up. */
  settle: () => Promise<void>
  /** Whether a task that has not thrown went well. */
  isGood?: (outcome: T) => boolean
}

export interface RowMarks {
  /** By the member's id. */
  marks: Readonly<Ref<ReadonlyMap<number, RowMark>>>
  /** Shows a change before the server has agreed to it, and takes it back when it does not. Throws what the task throws. */
  during: <T>(id: number, change: Change<T>) => Promise<T>
  /** Takes the words on refusals away. */
  forget: () => void
}

/** Changes that are shown before the server has agreed to them. */
export function useRowMarks(): RowMarks {
  const marks = shallowRef<ReadonlyMap<number, RowMark>>(new Map())
  const set = (id: number, mark: RowMark | undefined) => {
    const next = new Map(marks.value)
    if (mark) next.set(id, mark)
    else next.delete(id)
    marks.value = next
  }

  const during: RowMarks['during'] = async (id, { shown, refused, task, settle, isGood = () => true }) => {
    set(id, shown)
    let isDone = false
    try {
      const outcome = await task()
      isDone = isGood(outcome)
      if (isDone) await settle()
      return outcome
    } finally {
      set(id, isDone ? undefined : refused)
    }
  }

  return {
    marks,
    during,
    forget: () => { marks.value = new Map([...marks.value].filter(([, { state }]) => state === 'saving' || state === 'removing')) },
  }
}
