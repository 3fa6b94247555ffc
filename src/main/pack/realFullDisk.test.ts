import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtThread } from '@main/testing/builtThread'
import { canMount, onSmallDisk } from '@main/testing/smallDisk'

let built: Awaited<ReturnType<typeof builtThread>>
beforeAll(async () => { built = await builtThread('testing/packOnDisk.ts') })
afterAll(() => built.remove())

describe.skipIf(!canMount)('a pack for a disk that is really full', () => {
  it.each([0, 4096, 65_536, 98_304, 126_976])('is refused as a whole, and the one before stays: room for %d bytes', async (level) => {
    expect(await onSmallDisk(built.path, level)).toEqual({
      whenFull: { fault: 'full', there: ['first.csv', 'first.pdf'] },
      afterwards: { fault: null, there: ['first.csv', 'first.pdf', 'third.csv', 'third.pdf'] },
    })
  })
})
