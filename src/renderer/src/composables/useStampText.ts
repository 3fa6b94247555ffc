import { storeToRefs } from 'pinia'
import { useI18n } from 'vue-i18n'
import type { Stamp } from '@shared/domain/stamp'
import { useSettings } from '@renderer/services/settings'
import { stampTone, type StampTone } from '@shared/domain/stampTone'
import { useClinicClock } from './useClinicClock'
import { useErrorText } from './useErrorText'
import { useWhen } from './useWhen'

export interface StampText {
  tone: StampTone
  /** Short, beside the dot: `now`, `09:15`, `failed`. */
  text: string
  /** The whole truth in one sentence. */
  full: string
}

/** Puts truth stamps into words; the words age with the clock. */
export function useStampText(): (stamp: Stamp) => StampText {
  const { t } = useI18n()
  const { now } = useClinicClock()
  const when = useWhen()
  const { brief } = useErrorText()
  const { settings } = storeToRefs(useSettings())

  return (stamp) => {
    const tone = stampTone(stamp, now.value, settings.value)
    if (stamp.fetchedAt === null) {
      const reason = stamp.failed && brief(stamp.failed)
      return { tone, text: t(`stamp.${tone}`), full: reason && tone === 'failed' ? t('stamp.failedBecause', { reason }) : t(`stamp.${tone}`) }
    }
    const time = when(stamp.fetchedAt)
    const minutes = Math.max(0, Math.floor((now.value - stamp.fetchedAt) / 60_000))
    const isHours = minutes >= 60
    const age = isHours ? t('stamp.sinceHours', { n: Math.floor(minutes / 60) }, Math.floor(minutes / 60)) : t('stamp.sinceMinutes', { n: minutes }, minutes)
    const source = t(tone === 'live' ? 'stamp.liveSince' : stamp.cached ? 'stamp.keptSince' : 'stamp.cachedSince', { time, age })
    return {
      tone,
      text: tone === 'live' ? t('stamp.live') : isHours ? time : t('stamp.age', { n: minutes }),
      full: [
        source,
        stamp.failed && t('stamp.lastFailed', { reason: brief(stamp.failed) }),
        stamp.unusable > 0 && t('stamp.unusable', { n: stamp.unusable }, stamp.unusable),
      ].filter(Boolean).join('\n'),
    }
  }
}
