import { useI18n } from 'vue-i18n'
import type { Job } from '@shared/domain/job'
import { useErrorText } from '@renderer/composables/useErrorText'

export interface JobText {
  /** How far it is. */
  line: string
  /** Rate and time left, or why it does not go on; '' when there is nothing to say. */
  detail: string
  /** What is worth being spoken: it changes with the phase and not with every slot. */
  spoken: string
  tone: 'working' | 'waiting' | 'warning' | 'done'
}

type Counts = Job['counts']
const ODD = ['refused', 'notMade', 'uncertain', 'discarded', 'checking'] as const

/** Whether nothing of it is on its way any more. */
export const isOver = ({ state, counts }: Job): boolean => state === 'finished' || state === 'stopped' && counts.sending === 0

const needsLook = ({ refused, notMade, uncertain }: Counts) => refused + notMade + uncertain > 0

/** Puts jobs into words; `now` in epoch milliseconds. */
export function useJobText(): (job: Job, now: number) => JobText {
  const { t, n } = useI18n()
  const { brief } = useErrorText()
  const slots = (count: number) => t('jobs.slots', { n: n(count) }, count)

  const odd = (counts: Counts) => ODD.filter((state) => counts[state] > 0).map((state) => t(`jobs.${state}`, { n: n(counts[state]) }, counts[state]))
  const ended = ({ counts, state }: Job) => {
    const parts = [t('jobs.published', { n: n(counts.made) }, counts.made), ...odd(counts)].join(', ')
    return [state === 'stopped' ? t('jobs.stopped', { parts }) : parts, ...needsLook(counts) ? [t('jobs.seeActivity')] : []].join(': ')
  }
  const verified = ({ verified: found, counts }: Job) => {
    if (!found) return ''
    if (found.missing === 0 && found.twice === 0) return counts.made > 0 ? t('jobs.verified') : ''
    return [
      ...found.missing > 0 ? [t('jobs.missing', { n: n(found.missing) }, found.missing)] : [],
      ...found.twice > 0 ? [t('jobs.twice', { n: n(found.twice) }, found.twice)] : [],
    ].join(' ')
  }
  const pace = ({ perSecond, secondsLeft }: Job) => [
    ...perSecond === null ? [] : [t('jobs.perSecond', { n: n(Math.round(perSecond * 10) / 10) })],
    ...secondsLeft === null ? [] : [left(Math.ceil(secondsLeft))],
  ].join(' · ')
  const left = (seconds: number) => seconds < 90 ? t('jobs.secondsLeft', { n: seconds }) : t('jobs.minutesLeft', { n: Math.round(seconds / 60) })

  const held = ({ sendsAt, total }: Job, now: number): JobText => {
    const seconds = Math.max(0, Math.ceil(((sendsAt ?? now) - now) / 1000))
    const line = t('jobs.held', { slots: slots(total), n: seconds }, seconds)
    return { tone: 'waiting', line, detail: '', spoken: t('jobs.spokenHeld', { slots: slots(total) }) }
  }
  const over = (job: Job): JobText => {
    const found = verified(job)
    const isOdd = needsLook(job.counts) || (job.verified !== null && job.verified.missing + job.verified.twice > 0)
    return { tone: isOdd ? 'warning' : 'done', line: ended(job), detail: found, spoken: [ended(job), found].filter(Boolean).join('. ') }
  }
  const underWay = (job: Job): JobText => {
    const { state, total, counts, hindrance } = job
    const line = [t('jobs.made', { n: n(counts.made), slots: slots(total) }, total), ...odd(counts)].join(', ')
    if (state === 'stopped') return { tone: 'waiting', line, detail: t('jobs.stopping'), spoken: t('jobs.stopping') }
    if (state === 'paused') return { tone: 'waiting', line, detail: t('jobs.paused'), spoken: t('jobs.paused') }
    if (!hindrance) return { tone: 'working', line, detail: pace(job), spoken: t('jobs.running') }
    const detail = t('jobs.hindered', { reason: brief(hindrance) })
    return { tone: 'warning', line, detail, spoken: detail }
  }
  return (job, now) => {
    if (job.state === 'held') return held(job, now)
    return isOver(job) ? over(job) : underWay(job)
  }
}
