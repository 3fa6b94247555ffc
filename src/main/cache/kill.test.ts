import { spawn } from 'node:child_process'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { builtThread } from '@main/testing/builtThread'
import { storedCache, WRITTEN_DAYS, type StoredCache } from '@main/testing/storedCache'

/** `npm run kill-test` asks for a thousand. */
const KILLS = Number(process.env['CLINIC_KILLS'] ?? 100)
const LONGEST_MS = 120

let built: Awaited<ReturnType<typeof builtThread>>
let stored: StoredCache
beforeAll(async () => {
  built = await builtThread('testing/cacheWriter.ts')
  stored = await storedCache()
})
afterAll(async () => {
  await built.remove()
  await stored.remove()
})

/** Lets a writer keep answers from this number on, kills it at a random moment of its work; the last number that it said was kept. */
async function killed(from: number): Promise<{ last: number, answers: number }> {
  const child = spawn(process.execPath, [built.path, stored.folder, String(from)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    // The first moment is the start's, the same each time: what counts begins with the first answer that was kept.
    if (said === '') setTimeout(() => { child.kill('SIGKILL') }, Math.random() * LONGEST_MS)
    said += chunk.toString()
  })
  const signal = await new Promise((resolve) => { child.on('close', (_, by) => { resolve(by) }) })
  expect(signal).toBe('SIGKILL')
  // A line that was cut by the kill was said after it was kept, but not to its end.
  const whole = said.slice(0, said.lastIndexOf('\n')).split('\n').map(Number)
  return { last: whole.at(-1)!, answers: whole.length }
}

it(`survives ${KILLS} kills at random moments: nothing is damaged, and no answer is lost that was said to be kept`, async () => {
  let [answers, next, ahead] = [0, 1, 0]
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const { last, answers: more } = await killed(next)
    answers += more
    const cache = stored.start()
    await cache.recalled()
    const list = await cache.list('departments', v.array(v.string()))
    expect(cache.state().setAside, `after kill ${kill}`).toEqual({ days: 0, lists: 0 })
    const versions = WRITTEN_DAYS.map((day) => {
      const { ids, fetchedAt } = cache.column(7, day)!
      const version = Math.floor(ids[0]! / 10_000)
      // A file is of one answer, and never said to be newer than it is.
      expect(new Set([...ids].map((id) => Math.floor(id / 10_000)))).toEqual(new Set([version]))
      expect(fetchedAt).toBeLessThanOrEqual(version)
      return version
    })
    const found = [...versions, Number(list?.value[0])]
    expect(Math.min(...found), `after kill ${kill}`).toBeGreaterThanOrEqual(last)
    if (Math.max(...found) > last) ahead += 1
    next = Math.max(...found) + 1
    cache.follow(null)
  }
  const files = answers * (WRITTEN_DAYS.length + 2)
  process.stdout.write(`kill test: ${KILLS} kills, ${answers} answers kept (${files} files written durably), 0 damaged, 0 lost; `
    + `${ahead} kills came between the files of an answer\n`)
  expect(answers).toBeGreaterThanOrEqual(KILLS)
}, 60_000 + KILLS * 3000)
