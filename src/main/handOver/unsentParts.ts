import { oneLine } from '@main/alerts/words'
import { whenText, type Writing } from '@main/sheets/words'
import type { HandOverPart } from '@shared/domain/handOver'
import type { Job } from '@shared/domain/job'
import type { Create, OutboxEntry } from '@shared/domain/outbox'
import { cut } from './cut'
import type { Names } from './names'

/** Creates that are not known to be on the server: those that wait, and those that failed. */
export function createsPart(entries: readonly OutboxEntry[], names: Names, writing: Writing): HandOverPart {
  const { texts: { handOver: { parts, columns, none }, activity, waiting }, say } = writing.tongue
  const open = entries.flatMap(({ state, create, at }) => state === 'made'
    ? []
    : [[
        say(activity.actions.create, { kind: activity.kinds[create.kind] }), subjectOf(create, names, writing),
        waiting.states[state], whenText(at, writing),
      ]])
  return {
    name: 'creates', title: parts.creates, age: '',
    columns: [columns.what, columns.which, columns.state, columns.ordered], ...cut(open), none: none.creates,
  }
}

function subjectOf(create: Create, names: Names, { tongue: { range, shortDay } }: Writing): string {
  switch (create.kind) {
    case 'slot': return [range(create.form.start, create.form.end), shortDay(create.form.date), names.clinic(create.form.clinicId)].join(', ')
    case 'callRequest': return [names.doctor(create.form.doctorId), shortDay(create.form.date)].join(', ')
    default: return oneLine(create.form.name)
  }
}

const ODD = ['refused', 'notMade', 'uncertain'] as const

/** Jobs that are under way, and those that ended otherwise than well. */
export function jobsPart(jobs: readonly Job[], writing: Writing): HandOverPart {
  const { texts: { handOver: { parts, columns, none } } } = writing.tongue
  const open = jobs.filter((job) => !isWell(job))
  return {
    name: 'jobs', title: parts.jobs, age: '',
    columns: [columns.plan, columns.state, columns.ordered],
    ...cut(open.map((job) => [oneLine(job.title), jobText(job, writing), whenText(job.at, writing)])),
    none: none.jobs,
  }
}

const isWell = ({ state, counts, verified }: Job) =>
  state === 'finished' && ODD.every((odd) => counts[odd] === 0) && (verified === null || verified.missing + verified.twice === 0)

function jobText({ state, counts, total, verified }: Job, { tongue: { texts: { handOver, jobs }, say } }: Writing): string {
  const slots = say(jobs.slots, { n: total }, total)
  return [
    handOver.jobStates[state],
    say(jobs.made, { n: counts.made, slots }, total),
    ...ODD.filter((odd) => counts[odd] > 0).map((odd) => say(jobs[odd], { n: counts[odd] }, counts[odd])),
    ...verified && verified.missing > 0 ? [say(jobs.missing, { n: verified.missing }, verified.missing)] : [],
    ...verified && verified.twice > 0 ? [say(jobs.twice, { n: verified.twice }, verified.twice)] : [],
  ].join(' · ')
}
