import { storeToRefs } from 'pinia'
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { actionNames, actions, type ActionName } from '@shared/domain/actions'
import { useDayText } from '@renderer/composables/useDayText'
import { useNames } from '@renderer/composables/useNames'
import { useTyped } from '@renderer/composables/useTyped'
import { useWriteBlock } from '@renderer/composables/useWriteBlock'
import { useCallRequests } from '@renderer/services/callRequests'
import { useSavedDesks } from '@renderer/services/savedDesks'
import { useTriage } from '@renderer/services/triage'
import { clinicEntries, departmentEntries, doctorEntries, requestEntries, staffEntries } from './dataEntries'
import type { PaletteEntry } from './paletteEntry'

export interface PaletteEntries {
  /** What can be done, and where one can go: offered before anything is typed. */
  own: ComputedRef<PaletteEntry[]>
  all: ComputedRef<PaletteEntry[]>
  /** The day that was typed, if it is one. */
  dated: (query: string) => PaletteEntry[]
}

/** Everything that the palette offers. */
export function usePaletteEntries(): PaletteEntries {
  const { t, te } = useI18n()
  const { long, medium } = useDayText()
  const typed = useTyped()
  const blocked = useWriteBlock()
  const { directory, staff } = useNames()
  const { requests } = storeToRefs(useCallRequests())
  const { marks } = storeToRefs(useTriage())
  const places = [...new Set(useRouter().getRoutes().map(({ meta }) => meta.place).filter((place) => place !== undefined && place !== 'help'))]

  const words = {
    unnamed: (id: number) => t('calendar.unnamed', { id }),
    doctor: (id: number) => t('callRequests.nameless', { id }),
    number: (id: number) => t('callRequests.number', { id }),
    day: medium,
  }
  const also = (name: string) => te(`palette.also.${name}`) ? t(`palette.also.${name}`) : ''
  const doings = computed(() => actionNames.filter((name) => !actions[name].unlisted).map((name): PaletteEntry => ({
    id: `action ${name}`, kind: 'action', label: t(`actions.names.${name}`), detail: '', also: also(name), does: { action: name },
    reason: actions[name].writes ? blocked.value : '',
  })))
  const goings = computed(() => places.map((place): PaletteEntry => ({
    id: `place ${place}`, kind: 'place', label: t(`shell.places.${place}`), detail: '', also: also(place), does: { to: { name: place } }, reason: '',
  })))
  const { desks } = storeToRefs(useSavedDesks())
  const arranged = computed(() => desks.value.map(({ key, name }): PaletteEntry => ({
    id: `desk ${key}`, kind: 'desk', label: name, detail: '', does: { action: `desk${key}` as ActionName }, reason: '',
  })))
  const own = computed(() => [...arranged.value, ...goings.value, ...doings.value])

  return {
    own,
    all: computed(() => [
      ...own.value, ...clinicEntries(directory.value, words), ...doctorEntries(directory.value, words), ...departmentEntries(staff.value),
      ...requestEntries(requests.value, marks.value, words), ...staffEntries(staff.value, words),
    ]),
    dated(query) {
      const entry = query.trim() === '' ? undefined : typed.day(query)
      return entry?.ok ? [{ id: `date ${entry.day}`, kind: 'date', label: long(entry.day), detail: '', does: { to: `/calendar/${entry.day}` }, reason: '' }] : []
    },
  }
}
