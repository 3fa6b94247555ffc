import { describe, expect, it } from 'vitest'
import { speaker } from '@main/tongue/speaker'
import { latestOf, trayView, type TrayState } from './trayView'

const actions = { open: () => undefined, sync: () => undefined, pause: () => undefined, lock: () => undefined, quit: () => undefined }
const request = (id: number, isNew = false) => ({ id, day: 20_783, doctor: { id: 7, name: 'Dr. Rao' }, isNew })
const calm: TrayState = { isSignedIn: true, isLocked: false, isOffline: false, paused: null, zone: 'UTC', unseen: 0, count: 12, latest: [], withDoctor: false }
const view = (state: Partial<TrayState>) => trayView({ ...calm, ...state }, actions, speaker([]).speaking())
const labels = (state: Partial<TrayState>) => view(state).menu.map((item) => item.kind === 'line' ? '–' : item.label)

describe('the tray', () => {
  it.each<[Partial<TrayState>, string, number, string]>([
    [{}, 'normal', 0, 'Clinic Reception: no new call requests of 12'],
    [{ count: null }, 'normal', 0, 'Clinic Reception: no new call requests'],
    [{ unseen: 1 }, 'normal', 1, 'Clinic Reception: 1 new call request of 12'],
    [{ unseen: 3, isOffline: true }, 'offline', 3, 'Clinic Reception: 3 new call requests of 12, offline'],
    [{ unseen: 3, paused: { until: null } }, 'paused', 3, 'Clinic Reception: 3 new call requests of 12, notifications paused'],
    [{ paused: { until: Date.parse('2026-11-26T13:05:00Z') } }, 'paused', 0,
      'Clinic Reception: no new call requests of 12, notifications paused until 13:05'],
    [{ isOffline: true, paused: { until: null } }, 'offline', 0, 'Clinic Reception: no new call requests of 12, offline, notifications paused'],
    [{ isSignedIn: false, unseen: 3, isOffline: true }, 'signedOut', 0, 'Clinic Reception: signed out'],
  ])('%j looks %s with %i and says %s', (state, icon, count, tooltip) => {
    expect(view(state)).toMatchObject({ icon, count, tooltip })
  })

  it('has the latest requests in its menu, without doctors', () => {
    expect(labels({ latest: [request(9, true), request(8)] })).toEqual([
      'Open Clinic Reception', '–', 'New: No. 9, 2026-11-26', 'No. 8, 2026-11-26', '–',
      'Sync now', 'Pause notifications for 1 hour', 'Pause notifications until tomorrow', '–', 'Lock', 'Quit',
    ])
  })

  it('names doctors where that is allowed', () => {
    expect(labels({ latest: [request(9, true)], withDoctor: true })).toContain('New: Dr. Rao, 2026-11-26')
  })

  it('says that there are none, and ends a pause', () => {
    expect(labels({ paused: { until: null } })).toEqual([
      'Open Clinic Reception', '–', 'No call requests', '–', 'Sync now', 'Resume notifications', '–', 'Lock', 'Quit',
    ])
  })

  it('tells nothing of a locked desk but its count', () => {
    const locked = { isLocked: true, unseen: 2, latest: [request(9, true)], withDoctor: true }
    expect(labels(locked)).toEqual(['Open Clinic Reception', '–', 'locked', 'Quit'])
    expect(view(locked)).toMatchObject({ count: 2, tooltip: 'Clinic Reception: locked' })
  })

  it('offers nothing of the desk to somebody who is signed out', () => {
    expect(labels({ isSignedIn: false, latest: [request(9)] })).toEqual(['Open Clinic Reception', '–', 'Quit'])
  })

  it('lists new requests first, then the newest, five at most', () => {
    expect(latestOf(Int32Array.of(1, 2, 9, 4, 5, 6, 7), (id) => id === 2)).toEqual([2, 9, 7, 6, 5])
  })
})
