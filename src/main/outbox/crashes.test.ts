import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jobOf } from '@main/testing/jobSamples'
import { modelDesk, moods, newWorld, type Mood, type World } from '@main/testing/modelDesk'

const mood = fc.constantFrom<Mood>(...moods)
/** Rows, different ones among them, and those that were ordered: all the same when each is there exactly once. */
const counted = ({ rows }: Pick<World, 'rows'>) => [rows.length, new Set(rows.map(({ slot }) => slot)).size]
const once = (slots: number) => [slots, slots]

/** Lives one after the other, each as long as said, and a last one that ends by itself. */
async function live(world: World, slots: number, lives: readonly number[]) {
  const order = jobOf(slots)
  for (const life of lives) {
    const desk = modelDesk(world, life)
    // Whoever was not told that it was taken orders it again, under the same id.
    void desk.order(order)
    await desk.end()
  }
  const last = modelDesk(world)
  if (!last.ledger.shelf.jobs.has(order.id)) await last.order(order)
  expect(await last.end()).toBe('finished')
  return last.ledger.shelf
}

describe('a job before a server that fails at random, by a program that dies at random', () => {
  it('makes each of its slots exactly once', async () => {
    const faults = fc.array(mood, { maxLength: 40 })
    const lists = fc.array(fc.boolean(), { maxLength: 10 })
    const lives = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 5 })
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 12 }), faults, lists, lives, async (slots, given, failing, all) => {
      const world = newWorld({ moods: given, lists: failing })
      const shelf = await live(world, slots, all)
      expect(counted(world)).toEqual(once(slots))
      expect([...shelf.jobs.values()].map(({ counts: { made } }) => made)).toEqual([slots])
    }), { numRuns: 100 })
  })

  it('sends little when the server wants to be left alone again and again, and ends all the same', async () => {
    const world = newWorld({ moods: Array.from({ length: 50 }, () => 'throttled' as const) })
    await live(world, 30, [])
    expect(counted(world)).toEqual(once(30))
    expect(world.requests).toBe(80)
    // A few at the beginning at two at a time, and then one a minute.
    expect(world.timers.clock()).toBeGreaterThan(25 * 60_000)
  })
})

describe('a journal that lost something', () => {
  const SLOTS = 8
  const order = jobOf(SLOTS)

  /** A world in which a program died in the middle of its job, after all kinds of answers. */
  async function killed(life: number): Promise<World> {
    const world = newWorld({ moods: ['well', 'droppedAfter', 'droppedBefore', 'faultAfter', 'well', 'throttled', 'cut', 'well', 'faultBefore'] })
    const desk = modelDesk(world, life)
    void desk.order(order)
    expect(await desk.end()).toBe('died')
    return world
  }

  /** The next program, before a server that is well, over what is left of the journal. */
  async function afterwards({ rows, journal }: World, isLeft: (record: number) => boolean) {
    const world = newWorld({ rows: [...rows], journal: journal.filter((_, place) => isLeft(place)) })
    const desk = modelDesk(world)
    await desk.ledger.ready
    const isKnown = desk.ledger.shelf.jobs.has(order.id)
    expect(await desk.end()).toBe('finished')
    return { world, isKnown, items: [...desk.ledger.shelf.items.values()] }
  }

  /** Nothing is there twice; what is known is there, or a person is shown the row that it may be. */
  function expectSafe({ world, isKnown, items }: Awaited<ReturnType<typeof afterwards>>) {
    const [rows, different] = counted(world)
    expect(rows).toBe(different)
    if (isKnown) expect(counted(world)).toEqual(once(SLOTS))
    for (const { state, candidates, create } of items) {
      expect(['made', 'uncertain']).toContain(state)
      const alike = world.rows.filter(({ slot }) => slot === JSON.stringify(create.form)).map(({ id }) => id)
      if (state === 'uncertain') expect(candidates).toEqual(alike)
    }
  }

  const lives = [5, 9, 14, 18, 22, 27, 33, 40]

  it.each(lives)('at its end, between two records or not, sends nothing blindly (life %i)', async (life) => {
    const world = await killed(life)
    for (let left = 0; left <= world.journal.length; left += 1) expectSafe(await afterwards(world, (record) => record < left))
  })

  it.each(lives)('in any one record sends nothing blindly, and knows its job (life %i)', async (life) => {
    const world = await killed(life)
    for (let lost = 0; lost < world.journal.length; lost += 1) {
      const next = await afterwards(world, (record) => record !== lost)
      expect(next.isKnown).toBe(true)
      expectSafe(next)
    }
  })

  it('loses nothing that was acknowledged when nothing is lost', async () => {
    for (const life of lives) {
      const { items } = await afterwards(await killed(life), () => true)
      expect(items.map(({ state }) => state)).toEqual(Array.from({ length: SLOTS }, () => 'made'))
    }
  })
})
