// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CallRequests } from '@shared/domain/callRequest'
import { emptyStamp } from '@shared/domain/stamp'
import { numberOfDay } from '@shared/domain/time'
import { untouched, withChange, type MarkChange, type RequestMark, type Triage } from '@shared/domain/triage'
import { AppFailure } from '@shared/errors'
import { useCallRequests } from '@renderer/services/callRequests'
import { useNotices } from '@renderer/services/notices'
import { useSettings } from '@renderer/services/settings'
import { useTriage } from '@renderer/services/triage'
import { installDesk } from '@renderer/testing/fakeDesk'
import { mountApp } from '@renderer/testing/mountApp'
import CallRequestsView from './CallRequestsView.vue'

const HOUR = 3_600_000
const now = Date.parse('2026-11-26T12:00:00Z')
const fetched = { ...emptyStamp, fetchedAt: now }
const names = ['Roe', 'Foe', 'Poe', 'Moe']
/** Requests 1 to 4 of four doctors, the highest number newest. */
const requests = (): CallRequests => ({
  ids: Int32Array.of(1, 2, 3, 4), days: Int32Array.from({ length: 4 }, (_, day) => numberOfDay('2026-11-20') + day), doctorOf: Int32Array.of(0, 1, 2, 3),
  doctors: names.map((name, id) => ({ id: id + 7, name: `Dr. ${name}` })), stamp: fetched,
})

let view: VueWrapper
let marks: Map<number, RequestMark>
let gone: Triage['gone']
let refuses: boolean
const stops: (() => void)[] = []
const changes: MarkChange[][] = []

async function open() {
  const triage = (): Triage => ({ revision: 1, partial: false, marks: [...marks.values()], gone, unseen: 0, since: now - 50 * HOUR, initials: 'MK', kept: true })
  const desk = installDesk({
    'callRequests:list': requests,
    'staff:list': () => ({ ids: Int32Array.of(), names: [], isDoctor: Uint8Array.of(), departmentOf: Int32Array.of(), departments: [], stamp: fetched }),
    'triage:read': triage,
    'triage:readAfter': triage,
    'triage:change': (wanted) => {
      if (refuses) throw new AppFailure({ kind: 'busy' })
      changes.push(wanted)
      const before = wanted.map(({ id }) => marks.get(id) ?? untouched(id))
      for (const change of wanted) marks.set(change.id, withChange(marks.get(change.id) ?? untouched(change.id), change))
      desk.emit('triage:changed')
      return before.map(({ id, state, snoozedUntil, pinned, note, owner }) => ({ id, state, snoozedUntil, pinned, note, owner }))
    },
  })
  view = await mountApp(CallRequestsView)
  const settings = useSettings()
  settings.settings = { ...settings.settings, zone: 'UTC' }
  stops.push(useCallRequests().start(), useTriage().start())
  await flushPromises()
  return desk
}
const rows = () => view.findAll('ul[aria-label="Call requests"] > li').map((row) => /Dr\. (\w+)/.exec(row.attributes('aria-label')!)![1])
const label = (name: string) => view.findAll('ul > li').find((row) => row.text().includes(name))!.attributes('aria-label')
const current = () => view.find('li[aria-current]').exists() ? /Dr\. (\w+)/.exec(view.get('li[aria-current]').attributes('aria-label')!)![1] : undefined
async function press(key: string, target: Element = document.body) {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, code: `Key${key.toUpperCase()}`, bubbles: true, cancelable: true }))
  await flushPromises()
}
const show = async (name: string) => {
  await view.findAll('[role=radio]').find((each) => each.text().startsWith(name))!.trigger('click')
  await flushPromises()
}
const told = () => useNotices().notices.at(-1)?.text

beforeEach(() => {
  // The document of these tests has no layout; the list needs a height to know what is in sight.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(440)
  vi.useFakeTimers({ toFake: ['Date'], now })
  marks = new Map()
  gone = []
  refuses = false
  changes.length = 0
})
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  view.unmount()
  vi.useRealTimers()
})

describe('keys', () => {
  it('walk, and do what they say; what is done leaves the list and the next one is open', async () => {
    await open()
    await press('j')
    await press('j')
    expect(current()).toBe('Poe')
    await press('k')
    expect(current()).toBe('Moe')
    await press('e')
    expect([rows(), current(), told()]).toEqual([['Poe', 'Foe', 'Roe'], 'Poe', 'Dr. Moe: done'])
    await press('h')
    expect([changes.at(-1), told()]).toEqual([[{ id: 3, state: 'inHand', snoozedUntil: null, owner: 'MK' }], 'Dr. Poe: in hand'])
    expect(label('Dr. Poe')).toContain('In hand · MK')
    await press('p')
    expect(marks.get(3)!.pinned).toBe(true)
    await show('Mine')
    expect(rows()).toEqual(['Poe'])
  })

  it('undo one change after the other, and show what it was', async () => {
    await open()
    await press('j')
    await press('e')
    await press('p')
    await press('u')
    expect([marks.get(3)!.pinned, told()]).toEqual([false, 'Undone: Dr. Poe: pinned'])
    await press('u')
    expect([marks.get(4)!.state, rows(), current()]).toEqual(['seen', ['Moe', 'Poe', 'Foe', 'Roe'], 'Moe'])
    await press('u')
    expect(told()).toBe('There is nothing to undo.')
  })

  it('do nothing while somebody types or a dialog asks', async () => {
    await open()
    await press('j')
    await press('e', view.get('textarea').element)
    await press('e', view.get('input[type=search]').element)
    await press('s')
    await press('e')
    expect(changes).toEqual([])
    expect(document.querySelector('[role=dialog]')?.textContent).toContain('In 15 minutes')
  })

  it('walk with the arrows from the row that has the focus', async () => {
    await open()
    await view.get('li').trigger('keydown', { key: 'End' })
    await flushPromises()
    expect(current()).toBe('Roe')
    await view.get('li[aria-current]').trigger('keydown', { key: 'ArrowUp' })
    await flushPromises()
    expect(current()).toBe('Foe')
  })
})

describe('a snooze', () => {
  it('says until when, hides the request and no other, and is over by itself', async () => {
    await open()
    await press('j')
    await press('s')
    const choice = [...document.querySelectorAll<HTMLElement>('[role=dialog] button')].find((each) => each.textContent.includes('In 1 hour'))!
    expect(choice.textContent).toContain('13:00')
    choice.click()
    await flushPromises()
    expect([marks.get(4)!.snoozedUntil, rows(), told()]).toEqual([now + HOUR, ['Poe', 'Foe', 'Roe'], 'Dr. Moe: snoozed until 13:00'])
    await show('Snoozed')
    expect(label('Dr. Moe')).toContain('Snoozed until 13:00')
    await show('Open')
    vi.setSystemTime(now + HOUR)
    document.dispatchEvent(new Event('visibilitychange'))
    await flushPromises()
    expect(rows()[0]).toBe('Moe')
    expect(label('Dr. Moe')).toContain('Back since 13:00')
  })
})

describe('the list', () => {
  it('says the age in words by working time, and groups by it', async () => {
    // Thursday noon: two hours ago; yesterday evening; Monday.
    marks = new Map([[1, now - HOUR / 4], [2, now - 2 * HOUR], [3, now - 18 * HOUR], [4, now - 75 * HOUR]].map(([id, firstSeenAt]) =>
      [id!, { ...untouched(id!), firstSeenAt: firstSeenAt! }]))
    await open()
    expect(label('Dr. Roe')).toContain('Fresh: 15 min of working time')
    expect(label('Dr. Foe')).toContain('Waiting: 2 h of working time')
    expect(label('Dr. Poe')).toContain('Waiting: 4 h of working time')
    expect(label('Dr. Moe')).toContain('Overdue: 3 work days of working time')
    await show('Age')
    expect(view.findAll('h2').map((each) => each.text())).toEqual(['Overdue1', 'Waiting2', 'Fresh1'])
    expect(rows()).toEqual(['Moe', 'Foe', 'Poe', 'Roe'])
    expect(view.findAll('li').map((row) => row.attributes('aria-posinset'))).toEqual(['1', '2', '3', '4'])
  })

  it('shows what left the server as gone, with when that was noticed', async () => {
    gone = [{ id: 99, day: numberOfDay('2026-11-19'), doctor: { id: 50, name: 'Dr. Zoe' }, goneAt: now - HOUR }]
    await open()
    expect(rows()).not.toContain('Zoe')
    await show('Gone 1')
    expect(label('Dr. Zoe')).toContain('Gone since 11:00')
    await press('j')
    expect(view.get('section[aria-labelledby]').text()).toContain('No longer on the server. Noticed at this desk: 11:00.')
  })

  it('opens what somebody came for, whatever narrows the list, and has then seen it', async () => {
    marks.set(2, { ...untouched(2), state: 'new', firstSeenAt: now })
    await open()
    await show('Done')
    const { $router } = view.vm.$root as unknown as { $router: { push: (to: object) => Promise<void> } }
    await $router.push({ query: { request: 2 } })
    await flushPromises()
    expect(current()).toBe('Foe')
    await vi.waitFor(() => { expect(changes).toEqual([[{ id: 2, state: 'seen' }]]) })
  })

  it('keeps a note when its field is left, for the request that it was written on', async () => {
    await open()
    await press('j')
    await press('n')
    expect(document.activeElement?.tagName).toBe('TEXTAREA')
    await view.get('textarea').setValue(' after four ')
    await press('j')
    expect(marks.get(4)?.note).toBe('after four')
    await view.get('textarea').setValue('gone again')
    await view.get('textarea').trigger('blur')
    await flushPromises()
    expect(label('Dr. Poe')).toContain('has a note')
  })

  it('says when a change could not be kept, and shows it no more', async () => {
    await open()
    refuses = true
    await press('j')
    await press('e')
    expect(view.get('[role=alert]').text()).toContain('Too much')
    expect(rows()).toContain('Moe')
  })
})
