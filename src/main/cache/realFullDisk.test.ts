import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtThread } from '@main/testing/builtThread'
import { canMount, onSmallDisk } from '@main/testing/smallDisk'

let built: Awaited<ReturnType<typeof builtThread>>
beforeAll(async () => { built = await builtThread('testing/cacheOnDisk.ts') })
afterAll(() => built.remove())

const whole = { setAside: { days: 0, lists: 0 }, leftovers: 0 }

describe.skipIf(!canMount)('on a file system that is really full', () => {
  it.each([0, 4096, 16_384, 49_152, 65_536, 98_304, 131_072])('no good file is lost, and it is told: room for %d bytes', async (level) => {
    const { before, whenFull, afterwards } =
      await onSmallDisk<Record<'before' | 'whenFull' | 'afterwards', { days: number[], list: number }>>(built.path, level)
    expect(before).toBe(true)
    expect(whenFull).toMatchObject({ kept: false, failing: 'full', ...whole })
    // Old slots or new ones, all of them.
    for (const count of whenFull.days) expect([40, 4000]).toContain(count)
    expect(whenFull.days).toContain(40)
    expect([40, 4000]).toContain(whenFull.list)
    expect(afterwards).toEqual({ kept: true, failing: null, days: [4000, 4000, 4000, 4000], list: 4000, ...whole })
  })
})
