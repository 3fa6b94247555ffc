import * as fs from 'node:fs/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { encodeDay, type StoredDay } from '@main/cache/daySegment'
import { slotsOn, type SlotTable } from '@main/slots/slotTable'
import { storedCache, tableOf, TODAY } from './storedCache'

/** A program of its own that measures the cache, and says the figures as JSON: times in milliseconds. Started by bench/cache.mjs. */
const CLINICS = 25
const ROUNDS = 25
const WINDOW = Array.from({ length: 75 }, (_, index) => TODAY - 14 + index)
const stored = await storedCache()

const timed = async (task: () => Promise<unknown>) => {
  const begun = performance.now()
  await task()
  return performance.now() - begun
}
const rounds = async (count: number, task: (round: number) => Promise<number>) => {
  const values: number[] = []
  for (let round = 0; round < count; round += 1) values.push(await task(round))
  return values
}
const clinics = Array.from({ length: CLINICS }, (_, index) => index + 1)
const tables = (slotsADay: number, base = 0) =>
  clinics.map((clinic) => ({ clinic, table: tableOf(WINDOW, slotsADay, base + clinic * 1_000_000) }))
/** The table with other slots on this day. */
const withOtherDay = (table: SlotTable, day: number, by: number): SlotTable => {
  const ids = Int32Array.from(table.ids)
  const place = table.days.indexOf(day)
  for (let row = table.offsets[place]!; row < table.offsets[place + 1]!; row += 1) ids[row]! += by
  return { ...table, ids }
}

/** 101,250 slots: 25 clinics, 75 days, 54 slots a day. */
const hundredThousand = tables(54)
const keepAll = async (cache: ReturnType<typeof stored.start>, all: { clinic: number, table: SlotTable }[], fetchedAt: number) => {
  for (const { clinic, table } of all) cache.keepSlots(clinic, { value: table, fetchedAt, unusable: 0 })
  if (!await cache.settled()) throw new Error('the disk refused')
}

const first = await rounds(5, async () => {
  await fs.rm(stored.root, { recursive: true, force: true })
  const cache = stored.start()
  await cache.settled()
  return timed(() => keepAll(cache, hundredThousand, 1))
})
const readDay = await rounds(ROUNDS, async () => {
  const cache = stored.start()
  return timed(() => cache.recall(TODAY))
})
const readAll = await rounds(ROUNDS, async () => {
  const cache = stored.start()
  return timed(() => cache.recalled())
})
const cache = stored.start()
await cache.recalled()
const oneDay = await rounds(ROUNDS, async (round) => {
  const changed = hundredThousand.map(({ clinic, table }) => ({ clinic, table: withOtherDay(table, TODAY, round + 1) }))
  return timed(() => keepAll(cache, changed, round + 2))
})
const current = hundredThousand.map(({ clinic, table }) => ({ clinic, table: withOtherDay(table, TODAY, ROUNDS) }))
const noChange = await rounds(ROUNDS, async (round) => timed(() => keepAll(cache, current, round + 100)))
const sizes = await Promise.all((await stored.files()).map(async (file) => (await fs.stat(file)).size))
const bytes = sizes.reduce((sum, size) => sum + size, 0)

/** A day of all clinics, as columns and as the JSON that the design had first. */
const day: StoredDay = new Map(hundredThousand.map(({ clinic, table }) => [clinic, { fetchedAt: 1, ...slotsOn(table, TODAY) }]))
const asRows = () => JSON.stringify([...day].map(([clinic, { ids, starts, ends }]) =>
  ({ clinic, rows: Array.from(ids, (id, row) => ({ id, start: starts[row], end: ends[row] })) })))
const columns = await rounds(200, () => timed(async () => encodeDay(day, 1)))
const json = await rounds(200, () => timed(async () => Buffer.from(asRows())))

/** 25 clinics of 36,000 slots, all of them within the kept days and all of them changed: the worst that a refresh can be. */
const [before, after] = [tables(480, 100_000_000), tables(480, 200_000_000)]
await keepAll(cache, before, 1000)
const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
const heavy = await timed(() => keepAll(cache, after, 2000))
delay.disable()

process.stdout.write(JSON.stringify({
  first, readDay, readAll, oneDay, noChange, bytes,
  columns: { times: columns, bytes: encodeDay(day, 1).byteLength },
  json: { times: json, bytes: Buffer.byteLength(asRows()) },
  heavy: { took: heavy, p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 },
  slots: hundredThousand.reduce((sum, { table }) => sum + table.ids.length, 0),
}))
await stored.remove()
process.exit(0)
