import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { arrivalsAt, type Arrivals } from '@main/testing/arrivals'
import { composedDesk, type ComposedDesk } from '@main/testing/composedDesk'
import type { HandOverPartName } from '@shared/domain/handOver'

let desk: ComposedDesk
let arrivals: Arrivals
beforeEach(async () => {
  desk = await composedDesk({ size: 'small', today: '2026-11-23' })
  arrivals = arrivalsAt(desk)
  await arrivals.poll()
})
afterEach(() => desk.close())

const part = async (name: HandOverPartName) => (await desk.ask('handOver:read')).parts.find((each) => each.name === name)!
const department = (name: string) => desk.ask('outbox:create', { key: crypto.randomUUID(), create: { kind: 'department', form: { name } }, reason: '' })
const saved = () => desk.handedOut.texts.at(-1)!

describe('the hand-over', () => {
  it('tells of call requests that are not done, the pinned first, with whose they are and what was noted', async () => {
    const [one, two, three, four] = arrivals.put(4)
    await arrivals.poll()
    await desk.ask('triage:change', [
      { id: one!, state: 'inHand', owner: 'MK' }, { id: two!, state: 'done' },
      { id: three!, snoozedUntil: desk.clock.now + 3_600_000 }, { id: four!, pinned: true, note: 'After\nfour' },
    ])
    const { rows, age, columns } = await part('requests')
    expect(columns).toEqual(['Doctor', 'Day', 'State', 'Note'])
    expect(rows.map((row) => row.slice(2))).toEqual([
      ['Seen · pinned', 'After four'], ['In hand · MK', ''], [expect.stringMatching(/^Snoozed until .*10:00/), ''],
    ])
    expect(age).toMatch(/^As of Mon 23 Nov, 09:00\. \d+ older ones were there before this desk first looked\.$/)
  })

  it('tells of what is not on the server, and what was made today', async () => {
    await department('Sleep Medicine')
    await vi.waitFor(async () => { expect((await part('today')).rows).toEqual([['New department', '', 'made', '1']]) })
    expect(await part('creates')).toMatchObject({ rows: [], none: 'Nothing waits to be sent, and nothing failed.' })
    await desk.goAway()
    void department('Travel Medicine').catch(() => undefined)
    await vi.waitFor(async () => { expect((await part('creates')).rows).toEqual([['New department', 'Travel Medicine', 'waiting', 'Mon 23 Nov, 09:00']]) })
  })

  it('says from when on it knows what others changed, and nothing that nobody knows', async () => {
    expect(await part('today')).toMatchObject({ age: 'Changes by others are listed since Mon 23 Nov, 09:00.', none: 'No changes, neither yours nor by others.' })
    arrivals.put(2)
    await arrivals.poll()
    expect((await part('today')).rows).toEqual([['New call request', '', 'by others', '2']])
    expect(await part('jobs')).toMatchObject({ rows: [], none: 'No plan is under way or ended badly.' })
  })

  it('goes to a PDF file with its notes on top, as text', async () => {
    await desk.ask('handOver:writeNote', { id: crypto.randomUUID(), text: '<b>Room 2</b>\nopens late' })
    await desk.ask('handOver:writeNote', { id: crypto.randomUUID(), text: 'Over and done' })
    const { notes } = await desk.ask('handOver:read')
    await desk.ask('handOver:tickNote', { id: notes.find(({ text }) => text.startsWith('Over'))!.id, done: true })
    expect(await desk.ask('handOver:savePdf', { large: false })).toBe(true)
    expect(saved()).toMatch(/^hand-over-2026-11-23\.pdf\n/)
    expect(saved()).toContain('<h1 class="title" dir="auto">Shift hand-over, Monday, 23 November 2026</h1>')
    expect(saved()).toContain('&lt;b&gt;Room 2&lt;/b&gt;<br>opens late</td><td class="name" dir="auto">reception<br>Mon 23 Nov, 09:00</td>')
    expect(saved()).not.toContain('Over and done')
    expect(saved().indexOf('Room 2')).toBeLessThan(saved().indexOf('Open call requests'))
  })

  it('is printed in large letters, and says when it can not be', async () => {
    expect(await desk.ask('handOver:print', { large: true })).toBe(true)
    expect(desk.handedOut.printed.at(-1)!.html).toContain('<body class="large together">')
    desk.handedOut.refuse = true
    await expect(desk.ask('handOver:print', { large: false })).rejects.toMatchObject({ error: { kind: 'notPrinted' } })
    await expect(desk.ask('handOver:savePdf', { large: false })).rejects.toMatchObject({ error: { kind: 'notSaved' } })
    desk.handedOut.refuse = false
  })

  it('is in the language of the settings', async () => {
    await desk.ask('settings:change', { language: 'hi' })
    await vi.waitFor(async () => { expect((await part('jobs')).title).toBe('योजनाएँ जिन्हें देखना है') })
  })
})
