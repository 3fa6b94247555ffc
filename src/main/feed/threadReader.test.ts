import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { builtThread } from '@main/testing/builtThread'
import { manualTimers } from '@main/testing/manualTimers'
import { readerKinds, type Kinds } from '@main/readerKinds'
import { AppFailure } from '@shared/errors'
import { after } from './after'
import { readHere, type OpenAnswers } from './openAnswers'
import type { Reading, TakePage } from './reader'
import { threadReader } from './threadReader'

const { signal } = new AbortController()
const bytes = (content: unknown) => new TextEncoder().encode(JSON.stringify(content))
const slot = (id: number, clinic = 7) => ({ id, date: '2026-11-23', start_time: '09:00', end_time: '09:10', clinic })
const pages = (...bodies: Uint8Array[]) => async (take: TakePage) => { for (const body of bodies) await take([body]) }

describe('the reader on its thread', () => {
  const crashes: Error[] = []
  let built: Awaited<ReturnType<typeof builtThread>>
  let reader: ReturnType<typeof threadReader<Kinds>>
  beforeAll(async () => {
    built = await builtThread('readerThread.ts')
    reader = threadReader<Kinds>({ entry: built.path, after, onCrash: (cause) => { crashes.push(cause) } })
  })
  afterAll(async () => {
    await reader.end()
    await built.remove()
  })

  it('reads slots over several pages', async () => {
    const read = await reader.of('slots')(pages(bytes([slot(2), slot(9, 8)]), bytes([slot(1)])), { signal, subject: 7 })
    expect([...read!.value.ids]).toEqual([1, 2])
    expect(read!.unusable).toBe(1)
  })

  it('reads staff and call requests', async () => {
    const member = { id: 1, name: 'Dr. Asha Rao', is_doctor: true, department: 'Cardiology' }
    const staff = await reader.of('staff')(pages(bytes([member])), { signal })
    const requests = await reader.of('callRequests')(pages(bytes([{ id: 5, request_date: '2026-11-23', doctor: 1 }])), { signal })
    expect(staff!.value.names).toEqual(['Dr. Asha Rao'])
    expect(requests!.value.doctors).toEqual([{ id: 1, name: '' }])
  })

  it('keeps answers that are read side by side apart', async () => {
    const read = reader.of('slots')
    const all = await Promise.all([1, 2, 3, 4, 5].map((clinic) =>
      read(pages(bytes([slot(clinic * 10, clinic)]), bytes([slot(clinic * 10 + 1, clinic)])), { signal, subject: clinic })))
    expect(all.map((each) => [...each!.value.ids])).toEqual([[10, 11], [20, 21], [30, 31], [40, 41], [50, 51]])
  })

  it('takes the body over instead of copying it, except a slice of a larger one', async () => {
    const [whole, sliced] = [bytes([slot(1)]), Buffer.from('[]')]
    await reader.of('slots')(pages(whole, sliced), { signal, subject: 7 })
    expect(whole.byteLength).toBe(0)
    expect(sliced.byteLength).toBe(2)
  })

  it('passes on that a body is no list, and goes on reading', async () => {
    await expect(reader.of('slots')(pages(bytes('garbage')), { signal, subject: 7 })).rejects.toThrow(new AppFailure({ kind: 'unusable', detail: 'shape' }))
    expect((await reader.of('slots')(pages(bytes([slot(1)])), { signal, subject: 7 }))!.value.ids).toHaveLength(1)
    expect(crashes).toEqual([])
  })

  it('stops at the next page once nobody wants the answer', async () => {
    const closing = new AbortController()
    const reading = reader.of('slots')(async (take) => {
      await take([bytes([slot(1)])])
      closing.abort()
      await take([bytes([slot(2)])])
    }, { signal: closing.signal, subject: 7 })
    await expect(reading).rejects.toThrow('aborted')
  })
})

describe('a reader that reads short answers itself', () => {
  let built: Awaited<ReturnType<typeof builtThread>>
  let reader: ReturnType<typeof threadReader<Kinds>>
  let taken: number[]
  const lengths = (short: OpenAnswers): OpenAnswers => (kind, subject) => {
    const answer = short(kind, subject)
    return {
      ...answer,
      async take(body, known) {
        const page = await answer.take(body, known)
        taken.push(page.rows)
        return page
      },
    }
  }
  beforeAll(async () => { built = await builtThread('readerThread.ts') }, 60_000)
  beforeEach(() => {
    taken = []
    reader = threadReader<Kinds>({ entry: built.path, short: lengths(readHere(readerKinds)), after, onCrash: (cause) => { throw cause } })
  })
  afterEach(() => reader.end())
  afterAll(() => built.remove())

  const many = (from: number, count: number) => Array.from({ length: count }, (_, place) => slot(from + place))
  const paged = (results: unknown[], next: string | null) => bytes({ count: null, next, previous: null, results })
  const following = (...bodies: Uint8Array[]) => async (take: TakePage) => {
    let next: string | null = 'first'
    for (const body of bodies) if (next !== null) next = (await take([body])).next
  }

  it('goes on from the last answer where the next one begins in the same way, and leaves the last one whole', async () => {
    const read = reader.of('slots')
    const first = await read(pages(bytes([slot(1), slot(9, 8)])), { signal, subject: 7 })
    const second = await read(pages(bytes([slot(1), slot(9, 8), slot(2)])), { signal, subject: 7, before: first })
    expect([[...first!.value.ids], [...second!.value.ids], second!.unusable]).toEqual([[1], [1, 2], 1])
    expect(second).toEqual(await read(pages(bytes([slot(1), slot(9, 8), slot(2)])), { signal, subject: 7 }))
  })

  it('reads all of an answer that begins in another way than the last one', async () => {
    const read = reader.of('slots')
    const first = await read(pages(bytes([slot(1), slot(9, 8)])), { signal, subject: 7 })
    const second = await read(pages(bytes([slot(3), slot(1), slot(2)])), { signal, subject: 7, before: first })
    expect([[...second!.value.ids], second!.unusable]).toEqual([[1, 2, 3], 0])
  })

  it('takes one short page and leaves its bytes where they are', async () => {
    const body = bytes(many(1, 3))
    expect((await reader.of('slots')(pages(body), { signal, subject: 7 }))!.value.ids).toHaveLength(3)
    expect(taken).toEqual([3])
    expect(body.byteLength).toBeGreaterThan(0)
  })

  it('takes what a long answer brings after the last one, unless that is long itself', async () => {
    const read = async (count: number, before?: Reading<unknown>) => (await reader.of('slots')(pages(bytes(many(1, count))), { signal, subject: 7, before }))!
    const long = await read(1000)
    const longer = await read(1001, long)
    const muchLonger = await read(2000, longer)
    const short = await read(2, muchLonger)
    const last = await read(3, short)
    expect([long, longer, muchLonger, short, last].map((each) => each.value.ids.length)).toEqual([1000, 1001, 2000, 2, 3])
    expect(taken).toEqual([1001, 2, 3])
    const { beginning, value, unusable } = await read(2000)
    expect(muchLonger).toEqual({ beginning, value, unusable })
  })

  it('gives an answer of several pages to the thread, from its first one on', async () => {
    const bodies = [paged(many(1, 2), 'second'), paged(many(3, 2), null)]
    const read = await reader.of('slots')(following(...bodies), { signal, subject: 7 })
    expect([...read!.value.ids]).toEqual([1, 2, 3, 4])
    expect(taken).toEqual([2])
  })

  it('answers nothing where nothing came', async () => {
    expect(await reader.of('slots')(async () => undefined, { signal, subject: 7 })).toBeUndefined()
  })
})

describe('a thread', () => {
  let folder: string
  let end: () => Promise<void>
  beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'clinic-thread-')) })
  afterEach(() => end())
  afterAll(() => rm(folder, { recursive: true, force: true }))

  async function readerBy(name: string, script: string) {
    const crashes: string[] = []
    const entry = join(folder, `${name}.mjs`)
    await writeFile(entry, script)
    const { after, advance, waiting } = manualTimers()
    const reader = threadReader<Kinds>({ entry, after, onCrash: ({ message }) => { crashes.push(message) } })
    end = reader.end
    return { reader, read: (...bodies: Uint8Array[]) => reader.of('slots')(pages(...bodies), { signal, subject: 7 }), crashes, advance, waiting }
  }

  // Dies of any body of one byte.
  const fragile = `
    import { parentPort } from 'node:worker_threads'
    parentPort.on('message', ({ call, do: what, body }) => {
      if (what === 'take' && body[0].byteLength === 1) throw new Error('fell over')
      parentPort.postMessage({ call, ok: true, value: what === 'take' ? { next: null, rows: 1, count: null } : { value: 'read', unusable: 0 } })
    })`

  it('that dies fails what it was reading, is reported, and is replaced for the next answer', async () => {
    const { read, crashes } = await readerBy('fragile', fragile)
    await expect(read(Uint8Array.of(1))).rejects.toThrow('fell over')
    expect(await read(Uint8Array.of(1, 2))).toEqual({ value: 'read', unusable: 0 })
    expect(crashes).toEqual(['fell over'])
  })

  it('that dies fails an answer whose earlier pages died with it', async () => {
    const { reader, read } = await readerBy('forgetful', fragile)
    const long = reader.of('slots')(async (take) => {
      await take([Uint8Array.of(1, 2)])
      await read(Uint8Array.of(1)).catch(() => undefined)
      await read(Uint8Array.of(1, 2))
      await take([Uint8Array.of(1, 2)])
    }, { signal, subject: 7 })
    await expect(long).rejects.toThrow('fell over')
  })

  // Says how many pages it has taken.
  const counting = `
    import { parentPort } from 'node:worker_threads'
    let pages = 0
    parentPort.on('message', ({ call, do: what }) => {
      if (what === 'take') pages += 1
      parentPort.postMessage({ call, ok: true, value: what === 'take' ? { next: null, rows: 1, count: null } : { value: pages, unusable: 0 } })
    })`

  it('is ended after a rest, and another is started for the next answer', async () => {
    const { read, crashes, advance } = await readerBy('resting', counting)
    const pagesAfter = async (ms: number) => {
      advance(ms)
      return (await read(Uint8Array.of(1)))!.value
    }
    expect([await pagesAfter(0), await pagesAfter(19_000), await pagesAfter(19_000), await pagesAfter(20_000)]).toEqual([1, 2, 3, 1])
    expect(crashes).toEqual([])
  })

  it('does not rest while an answer is open, be others finished and given up meanwhile', async () => {
    const { reader, read, advance, waiting } = await readerBy('waiting', counting)
    const long = await reader.of('slots')(async (take) => {
      await take([Uint8Array.of(1)])
      await read(Uint8Array.of(1))
      await expect(reader.of('slots')(async (other) => {
        await other([Uint8Array.of(1)])
        throw new Error('given up')
      }, { signal, subject: 8 })).rejects.toThrow('given up')
      advance(60_000)
      await take([Uint8Array.of(1)])
    }, { signal, subject: 7 })
    expect([long!.value, waiting()]).toEqual([4, 1])
  })

  it('that never says a word is not started a third time', async () => {
    const { read, crashes } = await readerBy('stillborn', 'throw new Error("can not start")')
    for (let attempt = 0; attempt < 4; attempt++) await expect(read(Uint8Array.of(1, 2))).rejects.toThrow(/start/)
    expect(crashes).toHaveLength(2)
  })
})
