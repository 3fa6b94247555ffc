import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { composedDesk, type ComposedDesk } from '@main/testing/composedDesk'
import { directoryRead } from '@main/testing/directoryRead'
import { unpackDay } from '@shared/domain/packedDay'
import type { WallPicture } from '@shared/domain/wall'

let desk: ComposedDesk
let clinicIds: number[]
beforeEach(async () => {
  desk = await composedDesk({ size: 'small', today: '2026-11-23' })
  clinicIds = (await directoryRead(desk)).clinics.slice(0, 3).map(({ id }) => id)
  await desk.ask('slots:choose', { clinicIds })
  await desk.day({ date: '2026-11-23', clinicIds })
  await vi.waitFor(async () => {
    const { columns } = await desk.day({ date: '2026-11-23', clinicIds })
    expect(columns.map(({ stamp }) => stamp.fetchedAt !== null && !stamp.loading)).toEqual([true, true, true])
  }, { interval: 100 })
})
afterEach(async () => {
  await desk.ask('lock:leave').catch(() => undefined)
  await desk.close()
})

const picture = async (): Promise<WallPicture> => (await desk.wall.picture())!
const isEmpty = ({ rows, hours, notices }: WallPicture) => rows.length + hours.length + notices.length === 0

describe('the wall', () => {
  it('shows the clinics of the board, what is published now and next, and how old that is, in words alone', async () => {
    await desk.ask('wall:open')
    const { columns } = unpackDay(await desk.ask('slots:look', { date: '2026-11-23', clinicIds }))
    const { clinics } = await desk.ask('directory:read')
    const shown = await picture()
    expect(shown).toMatchObject({ title: 'Published slots today', clock: '09:00', day: 'Monday, 23 November 2026', away: '', view: 'next', language: 'en', direction: 'ltr' })
    expect(shown.rows.map(({ clinic }) => clinic)).toEqual(clinicIds.map((id) => clinics.find((clinic) => clinic.id === id)!.name))
    expect(shown.rows.map(({ blocks }) => blocks.length)).toEqual(columns.map(({ ids }) => ids.length))
    expect(shown.rows.map(({ age, tone }) => [age, tone])).toEqual(clinicIds.map(() => ['as of 09:00', 'live']))
    expect(JSON.stringify(shown)).not.toContain(clinics.find((clinic) => clinic.id === clinicIds[0])!.doctors[0]!.name)
  })

  it('asks the server for nothing', async () => {
    await desk.ask('wall:open')
    desk.asked.length = 0
    for (let turn = 0; turn < 20; turn += 1) await picture()
    expect(desk.asked).toEqual([])
  })

  it('goes with the clock', async () => {
    await desk.ask('wall:open')
    desk.clock.now += 90 * 60_000
    const later = await picture()
    expect(later.clock).toBe('10:30')
    expect(later.nowAt).toBeGreaterThan(0)
    expect(later.rows.every(({ tone }) => tone === 'stale')).toBe(true)
    desk.clock.now += 14 * 3_600_000
    expect((await picture()).day).toBe('Tuesday, 24 November 2026')
  })

  it('says that the server does not answer, and since when it is as it is', async () => {
    await desk.ask('wall:open')
    await desk.goAway()
    await desk.ask('sync:now')
    await vi.waitFor(async () => { expect((await picture()).rows[0]!.age).toBe('as of 09:00, offline') }, { interval: 100 })
    expect((await picture()).rows[0]!.blocks.length).toBeGreaterThan(0)
  })

  it('shows only the time while the desk is locked, unless it is to go on', async () => {
    await desk.ask('wall:open')
    const before = desk.wall.seen.told
    await desk.ask('lock:lock')
    expect(desk.wall.seen.told).toBeGreaterThan(before)
    const locked = await picture()
    expect([isEmpty(locked), locked.away, locked.clock]).toEqual([true, 'The desk is locked.', '09:00'])
    await desk.ask('lock:unlock', { password: desk.clinic.account.password })
    await desk.ask('settings:change', { wallWhenLocked: true })
    await desk.ask('lock:lock')
    expect((await picture()).rows).toHaveLength(3)
  })

  it('shows only the time where nobody is signed in, whatever the settings say', async () => {
    await desk.ask('settings:change', { wallWhenLocked: true })
    await desk.ask('wall:open')
    await desk.ask('session:signOut')
    const gone = await picture()
    expect([isEmpty(gone), gone.away]).toEqual([true, 'Nobody is signed in.'])
    await desk.signIn()
  })

  it('is opened, moved and closed by the desk’s page, which is told of it', async () => {
    expect(await desk.ask('wall:read')).toMatchObject({ isOpen: false, isLost: false, screens: [{ id: '1', isDesks: true }, { id: '2', isDesks: false }] })
    expect((await desk.ask('wall:open')).isOpen).toBe(true)
    await desk.ask('settings:change', { wallScreen: '2', wallView: 'board', theme: 'contrastDark' })
    await vi.waitFor(() => { expect(desk.wall.seen.screen).toBe('2') })
    expect(await picture()).toMatchObject({ view: 'board', theme: 'dark', contrast: 'more' })
    desk.pushed.length = 0
    desk.wall.escape()
    expect(desk.pushed).toContain('wall:changed')
    expect((await desk.ask('wall:read')).isOpen).toBe(false)
    const { told } = desk.wall.seen
    await desk.ask('sync:now')
    expect(desk.wall.seen.told).toBe(told)
  })

  it('says when its screen is missing', async () => {
    await desk.ask('settings:change', { wallScreen: '9' })
    expect((await desk.ask('wall:open')).isLost).toBe(true)
    expect((await picture()).notices).toEqual(['The screen that was chosen for this is not connected.'])
    await desk.ask('wall:close')
  })

  it('speaks as the settings say', async () => {
    await desk.ask('wall:open')
    await desk.ask('settings:change', { language: 'ar' })
    await vi.waitFor(async () => { expect(await picture()).toMatchObject({ language: 'ar', direction: 'rtl', clock: '٠٩:٠٠', heads: { now: 'الآن' } }) })
  })
})
