// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import type { CacheState } from '@shared/domain/cacheState'
import { installDesk } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import { useNotices } from '@renderer/services/notices'
import { useCopyNotices } from './useCopyNotices'

const state = (days: number, lists: number, failing: CacheState['failing'] = null): CacheState => ({ setAside: { days, lists }, failing })

async function shell(...states: CacheState[]) {
  const desk = installDesk({ 'cache:read': () => states.shift()! })
  let notices: ReturnType<typeof useNotices> | undefined
  await mountApp(defineComponent({
    setup() {
      notices = useNotices()
      useCopyNotices()
      return () => h('p')
    },
  }))
  const change = async () => {
    desk.emit('cache:changed')
    await flushPromises()
  }
  return { change, texts: () => notices!.notices.map(({ text }) => text) }
}

describe('notices of the copy on the disk', () => {
  it('says nothing while it is whole', async () => {
    const { texts, change } = await shell(state(0, 0), state(0, 0))
    await change()
    expect(texts()).toEqual([])
  })

  it('tells once of what was set aside, by its number', async () => {
    const { texts, change } = await shell(state(1, 0), state(1, 0), state(3, 1))
    await change()
    expect(texts()).toEqual(['1 stored day was damaged and set aside. It is fetched again.'])
    await change()
    expect(texts().slice(1)).toEqual([
      '2 stored days were damaged and set aside. They are fetched again.', '1 stored list was damaged and set aside. It is fetched again.',
    ])
  })

  it('tells once that the disk is full, and again after it was not', async () => {
    const { texts, change } = await shell(state(0, 0, 'full'), state(0, 0, 'full'), state(0, 0), state(0, 0, 'full'))
    await change()
    expect(texts()).toHaveLength(1)
    expect(texts()[0]).toContain('full')
    await change()
    await change()
    expect(texts()).toHaveLength(2)
  })
})
