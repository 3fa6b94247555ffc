import type { Activity } from '@main/activity/activity'
import type { Changes } from '@main/changes/changes'
import type { Jobs } from '@main/jobs/jobs'
import type { Lists } from '@main/lists'
import type { Outbox } from '@main/outbox/outbox'
import type { Clock, Paper } from '@main/ports'
import type { Runway } from '@main/runway/runway'
import type { Writing } from '@main/sheets/words'
import type { Speaking } from '@main/tongue/tongue'
import type { Triage } from '@main/triage/triage'
import type { HandOver as Snapshot, HandOverOrder } from '@shared/domain/handOver'
import { instantOf, wallClock } from '@shared/domain/time'
import { handOverPaper } from './handOverPaper'
import { namesOf } from './names'
import type { Notes } from './notes'
import { requestsPart } from './requestsPart'
import { runwayPart } from './runwayPart'
import { todayPart } from './todayPart'
import { createsPart, jobsPart } from './unsentParts'

/** What a hand-over is made of. */
export interface HandOverParts {
  known: Pick<Lists, 'callRequests' | 'directory'>
  triage: Pick<Triage, 'read'>
  outbox: Pick<Outbox, 'read'>
  jobs: Pick<Jobs, 'read'>
  runway: Pick<Runway, 'read'>
  activity: Pick<Activity, 'read'>
  changes: Pick<Changes, 'read'>
  notes: Pick<Notes, 'read'>
  settings: () => { runwayDays: number }
  clock: Clock
  zone: () => string
  speaking: Speaking
}

/** What one shift tells the next. */
export interface HandOver {
  /** As this computer knows it now; what others need is fetched by their own ways. */
  read: () => Promise<Snapshot>
  /** The same for paper. */
  paper: (order: HandOverOrder) => Promise<{ name: string, content: Paper }>
}

/** See `HandOver`. */
export function handOver(
  { known, triage, outbox, jobs, runway, activity, changes, notes, settings, clock, zone, speaking }: HandOverParts,
): HandOver {
  const writing = (): Writing => ({ tongue: speaking(), zone: zone() })

  async function gather() {
    const [marks, entries, plans, ahead, records, said] =
      await Promise.all([triage.read(), outbox.read(), jobs.read(), runway.read(), activity.read(), notes.read()])
    const { table, stamp } = known.callRequests.known()
    const { clinics, gone } = known.directory.known()
    const now = clock()
    const written = writing()
    const names = namesOf({ clinics: [...gone, ...clinics], doctors: table.doctors }, written.tongue)
    const since = instantOf(wallClock(now, written.zone).day, 0, written.zone)
    const stamps = [stamp, ...ahead.clinics.map((clinic) => clinic.stamp)].map(({ fetchedAt }) => fetchedAt)
    return {
      made: now, written, said,
      oldest: stamps.includes(null) ? null : Math.min(...stamps as number[]),
      parts: [
        requestsPart({ table, stamp, triage: marks, names, now }, written),
        createsPart(entries, names, written),
        jobsPart(plans, written),
        runwayPart(ahead, settings().runwayDays, names, written),
        todayPart({ records, others: changes.read(), since, names }, written),
      ],
    }
  }

  return {
    async read() {
      const { made, parts, said } = await gather()
      return { made, ...said, parts }
    },
    async paper({ large }) {
      const { written, said: { notes: all }, ...found } = await gather()
      const { day } = wallClock(found.made, written.zone)
      return { name: `hand-over-${day}`, content: handOverPaper({ ...found, notes: all, day, large }, written) }
    },
  }
}
