import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { clinicLabel } from '@renderer/composables/clinicNames'
import { useTimes } from '@renderer/composables/useTimes'
import type { BoardClinic } from './boardClinic'
import type { CellWords } from './cells'

/** What the board's cells say, in the interface's language. `dateText` is the shown day in words. */
export function useBoardWords(): (clinic: BoardClinic, dateText: string) => CellWords {
  const { t } = useI18n()
  const times = useTimes()
  const common = computed(() => {
    const lengths = new Map<number, string>()
    const minutes = (count: number) => {
      let text = lengths.get(count)
      if (text === undefined) lengths.set(count, text = t('calendar.minutes', { n: count }))
      return text
    }
    // In right-to-left text a range of times would be read backwards: an isolate keeps its start before its end.
    const written = document.documentElement.dir === 'rtl' ? (time: string) => `\u2066${time}\u2069` : (time: string) => time
    // A day has a thousand stretches: the sentence is put together once and only its range is replaced.
    const MARK = '\u0000'
    const [before = '', after = ''] = t('calendar.cell.noSlot', { range: MARK }).split(MARK)
    return { ...times.value, noSlot: (range: string) => before + range + after, minutes, written }
  })
  return (clinic, dateText) => ({
    ...common.value,
    suffix: t('calendar.cell.at', { clinic: clinicLabel(clinic), day: dateText }),
    unsettled: (state) => t(`calendar.unsettled.${state}`),
  })
}
