import { useI18n } from 'vue-i18n'
import type { RunwayDay, RunwayWeek } from './runwayDays'
import { useDayText } from '@renderer/composables/useDayText'

export interface DayWords {
  /** What a day has, line by line: `14 slots published`, `usually 16`. */
  lines: (day: RunwayDay) => string[]
  /** The same with the day itself, in one sentence. */
  sentence: (day: RunwayDay) => string
  /** A week in one sentence. */
  week: (week: RunwayWeek) => string
}

/** Says what the days of a runway are. */
export function useDayWords(): DayWords {
  const { t, n } = useI18n()
  const { long, short } = useDayText()

  const lines = ({ kind, slots, usual, gapMinutes }: RunwayDay) => [
    t('calendar.published', { n: n(slots) }, slots),
    kind === 'full' ? '' : t(`runway.kinds.${kind}`),
    usual > 0 ? t('runway.usually', { n: n(usual) }) : '',
    slots > 0 && gapMinutes > 0 ? t('runway.uncovered', { n: n(gapMinutes) }) : '',
  ].filter(Boolean)
  return {
    lines,
    sentence: (day) => `${long(day.day)}: ${lines(day).join(', ')}`,
    week: ({ from, published, thin, gaps }) => [
      t('runway.weekFrom', { day: short(from) }),
      [
        t('runway.weekPublished', { n: published }, published),
        thin > 0 ? t('runway.weekThin', { n: thin }, thin) : '',
        gaps > 0 ? t('runway.weekGaps', { n: gaps }, gaps) : '',
      ].filter(Boolean).join(', '),
    ].join(' '),
  }
}
