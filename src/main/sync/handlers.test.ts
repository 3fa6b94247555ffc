import { describe, expect, it } from 'vitest'
import { manualTimers } from '@main/testing/manualTimers'
import { syncHandlers } from './handlers'
import { status } from './status'

describe('sync:now', () => {
  it('begins to refresh and answers with the traffic that this makes', async () => {
    const { clock, after } = manualTimers()
    const traffic = status({ clock, after, onChange: () => undefined })
    const handlers = syncHandlers({ status: traffic, refresh: () => { traffic.observe({ kind: 'begun' }) } })
    expect(await handlers['sync:now'].run()).toMatchObject({ working: 1 })
  })
})
