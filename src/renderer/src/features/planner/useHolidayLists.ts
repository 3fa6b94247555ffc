import { computed, reactive, ref, type ComputedRef, type Ref } from 'vue'
import type { HolidaySet } from '@shared/planner/holidays'
import { useClinicClock } from '@renderer/composables/useClinicClock'
import { useTyped } from '@renderer/composables/useTyped'
import { icsHolidays } from './icsHolidays'
import { holidayLines, typedHolidays, type TypedHolidays } from './typedHolidays'

/** A list while it is edited: its days as lines. */
interface EditedList { id: number, name: string, text: string }
type FileError = 'noCalendar' | 'noDays' | 'tooLarge'

export interface HolidayLists {
  lists: ComputedRef<readonly (EditedList & { count: number })[]>
  /** Which list is shown. */
  at: Ref<number>
  current: ComputedRef<EditedList | undefined>
  /** What is wrong with the shown list: keys of the locale files. */
  errors: ComputedRef<{ name: string | undefined, days: { key: string, line: number, text: string } | undefined }>
  fileError: Ref<FileError | undefined>
  dirty: ComputedRef<boolean>
  add: () => void
  remove: (index: number) => void
  /** Puts the days of a calendar file into a list of its own, to be looked at before they are saved. */
  takeFile: (file: File) => Promise<void>
  /** The lists to be kept; undefined after the first that is wrong was shown. */
  checked: () => HolidaySet[] | undefined
}

/** A calendar of holidays has some kilobytes; megabytes are another file. */
const LARGEST = 5_000_000
/** A list holds no more days, and the desk no more lists. */
const MOST_DAYS = 1000
const MOST_LISTS = 50

/** Lists of holidays while they are edited. */
export function useHolidayLists(sets: readonly HolidaySet[]): HolidayLists {
  const { today } = useClinicClock()
  const typed = useTyped()
  let last = 0
  const edited = (name: string, text: string): EditedList => ({ id: ++last, name, text })
  const all = reactive(sets.map(({ name, days }) => edited(name, holidayLines(days))))
  const begin = JSON.stringify(sets.map(({ name, days }) => [name, holidayLines(days)]))
  const at = ref(0)
  const fileError = ref<FileError>()
  const read = (list: EditedList) => typedHolidays(list.text, today.value, typed)
  const errorsOf = (list: EditedList) => ({ name: nameError(list, all), days: daysError(read(list)) })
  const isWrong = (list: EditedList) => Object.values(errorsOf(list)).some((error) => error !== undefined)

  const put = (name: string, text: string) => {
    if (all.length < MOST_LISTS) at.value = all.push(edited(name, text)) - 1
  }
  const takeFile = async (file: File) => {
    fileError.value = undefined
    const found = file.size > LARGEST ? { ok: false as const, reason: 'tooLarge' as const } : await icsHolidays(await file.text(), today.value)
    if (found.ok) put(found.name || file.name.replace(/\.[^.]*$/, '').slice(0, 60), holidayLines(found.days))
    else fileError.value = found.reason
  }
  const checked = () => {
    const wrong = all.findIndex(isWrong)
    if (wrong >= 0) at.value = wrong
    return wrong >= 0 ? undefined : all.map((list) => ({ name: list.name.trim(), days: read(list).days }))
  }
  return {
    lists: computed(() => all.map((list) => ({ ...list, count: read(list).days.length }))),
    at, fileError, takeFile, checked,
    current: computed(() => all[at.value]),
    errors: computed(() => all[at.value] ? errorsOf(all[at.value]!) : { name: undefined, days: undefined }),
    dirty: computed(() => JSON.stringify(all.map(({ name, text }) => [name, text])) !== begin),
    add: () => put('', ''),
    remove: (index) => {
      all.splice(index, 1)
      at.value = Math.max(0, Math.min(at.value > index ? at.value - 1 : at.value, all.length - 1))
    },
  }
}

const folded = (name: string) => name.trim().toLowerCase()

function nameError({ id, name }: EditedList, all: readonly EditedList[]): string | undefined {
  if (name.trim() === '') return 'form.required'
  return all.some((other) => other.id !== id && folded(other.name) === folded(name)) ? 'planner.holidaysDialog.sameName' : undefined
}

function daysError({ days, wrong: [first] }: TypedHolidays): { key: string, line: number, text: string } | undefined {
  if (first) return { key: 'planner.holidaysDialog.notADay', ...first }
  return days.length > MOST_DAYS ? { key: 'planner.holidaysDialog.tooMany', line: 0, text: '' } : undefined
}
