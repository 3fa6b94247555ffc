import * as v from 'valibot'
import type { Client } from '@main/http/client'
import { runner } from '@main/jobs/runner'
import type { Creations } from '@main/outbox/creation'
import type { Journal } from '@main/outbox/journal'
import { openLedger, type Ledger } from '@main/outbox/ledger'
import { copiesOf, type JournalRecord } from '@main/outbox/records'
import { SETTLE_AT } from '@main/outbox/settle'
import { apply } from '@main/outbox/replay'
import type { JobOrder } from '@shared/domain/job'
import type { SlotForm } from '@shared/domain/slot'
import { AppFailure, type AppError } from '@shared/errors'
import { manualTimers } from './manualTimers'

/** What the model server does to a create. `late` makes it three seconds after its answer was given up. */
export type Mood = 'well' | 'droppedBefore' | 'droppedAfter' | 'faultBefore' | 'faultAfter' | 'cut' | 'throttled' | 'unreachable' | 'late'
export const moods: readonly Mood[] =
  ['well', 'droppedBefore', 'droppedAfter', 'faultBefore', 'faultAfter', 'cut', 'throttled', 'unreachable', 'late']

const errors: Record<Exclude<Mood, 'well'>, AppError> = {
  droppedBefore: { kind: 'offline', cause: 'dropped' }, droppedAfter: { kind: 'offline', cause: 'dropped' },
  faultBefore: { kind: 'server', status: 500 }, faultAfter: { kind: 'server', status: 500 },
  cut: { kind: 'unusable', detail: 'json' }, throttled: { kind: 'throttled', retryAfter: 2 },
  unreachable: { kind: 'offline', cause: 'unreachable' }, late: { kind: 'timeout' },
}
const commits: readonly Mood[] = ['well', 'droppedAfter', 'faultAfter', 'cut']

/** What survives the program: the server's rows, the journal's records as they lie on the disk, and time. */
export interface World {
  rows: { id: number, slot: string }[]
  journal: JournalRecord[]
  /** What happens to the next creates, one after the other; 'well' when there are no more. */
  moods: Mood[]
  /** Whether the next lists fail. */
  lists: boolean[]
  timers: ReturnType<typeof manualTimers>
  requests: number
}

/** A world without slots. */
export const newWorld = (given: Partial<World> = {}): World =>
  ({ rows: [], journal: [], moods: [], lists: [], timers: manualTimers(), requests: 0, ...given })

/** A program in that world, from the journal on; it ends by itself before or after its `life`-th journal write, request or list. */
export interface ModelDesk {
  ledger: Ledger
  order: (job: JobOrder) => Promise<void>
  /** Resolves when the program has died, or no job runs any more. Throws when that does not come within an hour of its time. */
  end: () => Promise<'died' | 'finished'>
}

const NEVER = new Promise<never>(() => undefined)
const idle = () => new Promise<void>((resolve) => { setImmediate(resolve) })
const slotOf = (form: SlotForm) => JSON.stringify(form)

export function modelDesk(world: World, life = Infinity): ModelDesk {
  const { timers } = world
  const mind = mortality(life)
  const sleep = (ms: number) => new Promise<void>((resolve) => { timers.after(ms, resolve) })
  const ledger = openLedger(journalOf(world, mind), undefined, {
    creations: { slot: slotsOf(world, mind) } as unknown as Creations,
    client: { request: (request: { body?: object }) => mind(() => serve(world, request.body as SlotForm)) } as unknown as Client,
    authority: { access: () => ({ base: '', send: (task) => task('token') }) },
    settleAt: SETTLE_AT, sleep,
    report: () => 'fault', onChange: () => undefined, onSettled: () => undefined, onAltered: () => undefined,
  })
  const run = runner({
    ledger, after: timers.after, clock: timers.clock, verify: async () => ({ missing: 0, twice: 0 }),
    onChange: () => undefined, onFree: () => undefined,
  })
  const begun = ledger.ready.then(() => {
    for (const item of ledger.shelf.items.values()) {
      if (item.state === 'checking') ledger.clerk.findOut(item, SETTLE_AT).then(run.run, () => undefined)
    }
    for (const job of ledger.shelf.jobs.values()) if (job.state === 'held') void run.stands(job, { state: 'running' })
    run.run()
  })
  const isOver = () => [...ledger.shelf.jobs.values()].every(({ state }) => state === 'finished')
    && [...ledger.shelf.items.values()].every(({ state }) => state !== 'checking')
  return {
    ledger,
    async order({ id, title, slots }) {
      await begun
      const record = { t: 'job' as const, id, title, slots, at: timers.clock() }
      apply(ledger.shelf, record)
      await ledger.journal.write([record])
      await run.stands(ledger.shelf.jobs.get(id)!, { state: 'running' })
      run.run()
    },
    async end() {
      for (let passed = 0; passed < 3_600_000; passed += 100) {
        for (let turn = 0; turn < 3; turn += 1) await idle()
        if (mind.isDead()) return 'died'
        if (isOver()) return 'finished'
        timers.advance(100)
      }
      throw new Error(`nothing goes on: ${JSON.stringify([...ledger.shelf.jobs.values()].map(({ state, counts }) => ({ state, counts })))}`)
    },
  }
}

/** Runs tasks until the end of a life: what is begun then never comes to an end, what was begun before is done and not told. */
function mortality(life: number) {
  let left = life
  const isDead = () => left <= 0
  return Object.assign(async <T>(task: () => Promise<T>): Promise<T> => {
    if (isDead()) return NEVER
    left -= 1
    // One life ends before the task, the next after it.
    if (isDead() && life % 2 === 0) return NEVER
    const result = await task().then((value) => () => value, (cause: unknown) => () => { throw cause })
    return isDead() ? NEVER : result()
  }, { isDead })
}
type Mind = ReturnType<typeof mortality>

/** A disk that takes its time. */
const journalOf = (world: World, mind: Mind): Journal => ({
  write: (records) => mind(async () => {
    await idle()
    world.journal.push(...records.flatMap(copiesOf))
  }),
  read: async () => ({ records: world.journal, damaged: 0 }),
  async replace(records) { world.journal = records.flatMap(copiesOf) },
  rest: () => undefined,
  wipe: async () => undefined,
})

/** Carries a create out, or not. */
async function serve(world: World, form: SlotForm): Promise<Uint8Array> {
  const mood = world.moods.shift() ?? 'well'
  world.requests += 1
  await idle()
  const commit = () => world.rows.push({ id: world.rows.length + 1, slot: slotOf(form) })
  if (commits.includes(mood)) commit()
  if (mood === 'late') world.timers.after(3000, commit)
  if (mood !== 'well') throw new AppFailure(errors[mood])
  return Buffer.from(JSON.stringify({ id: world.rows.length }))
}

/** How a slot is created there, and found. */
function slotsOf(world: World, mind: Mind): Creations['slot'] {
  let known: World['rows'] | undefined
  const anew = () => mind(async () => {
    await idle()
    if (world.lists.shift()) return false
    known = [...world.rows]
    return true
  })
  return (form) => {
    const alike = () => (known ?? []).filter(({ slot }) => slot === slotOf(form)).map(({ id }) => id)
    return {
      naturalKey: slotOf(form), alike, near: alike, anew,
      fresh: () => known ? Promise.resolve(true) : anew(),
      failure: () => ({ kind: 'offline', cause: 'dropped' }),
      async send(api) {
        const { id } = await api.create('slots/', form, v.object({ id: v.number() }))
        return { id, take: () => { known = [...known ?? [], { id, slot: slotOf(form) }] } }
      },
    }
  }
}
