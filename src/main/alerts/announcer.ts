import type { Desktop } from '@main/ports'
import type { Speaking } from '@main/tongue/tongue'
import type { AlertsStatus } from '@shared/domain/alerts'
import type { Settings } from '@shared/domain/settings'
import type { RequestFacts } from '@shared/domain/triage'
import type { Announcement } from './announcement'
import { keyOf, requestIn } from './notificationKey'
import { notificationText, testText } from './words'

interface Dependencies {
  desktop: Pick<Desktop, 'notifier' | 'ring'>
  settings: () => Settings
  speaking: Speaking
  /** Brings up a request, or the list. */
  open: (id: number | null) => void
  onChange: () => void
}

/** Says things by the system's notifications, and by a banner where the system shows none. */
export interface Announcer {
  announce: (announcement: Announcement) => Promise<void>
  /** Takes up what an earlier run has said, once until the next reset: a click opens what it is about, and it goes with its request. */
  takeUp: () => Promise<void>
  test: () => Promise<void>
  /** Takes away what was said of requests of which none is left. */
  keep: (isLeft: (id: number) => boolean) => void
  /** Takes the banner down. */
  dismiss: () => void
  status: () => Pick<AlertsStatus, 'native' | 'banner'>
  /** Takes everything away; what is on its way to the screen leaves no banner. */
  reset: () => void
}

/** See `Announcer`. */
export function announcer({ desktop, settings, speaking, open, onChange }: Dependencies): Announcer {
  let native: AlertsStatus['native'] = 'untried'
  const banner = bannerOf(onChange)
  /** Requests by the key of the notification that tells of them. */
  let told = new Map<string, number[]>()
  let isTakenUp = false

  async function show(key: string, text: { title: string, body: string }, onClick: () => void): Promise<boolean> {
    const { notifySound, notifyUntilSeen } = settings()
    const isShown = await desktop.notifier.show({ key, ...text, sound: notifySound, stays: notifyUntilSeen, onClick })
    native = isShown ? 'works' : 'fails'
    onChange()
    return isShown
  }

  async function announce(announcement: Announcement): Promise<void> {
    const { notify, notifyDoctor, notifySound } = settings()
    const { requests } = announcement
    if (!notify) {
      desktop.ring({ sound: notifySound })
      return
    }
    const key = keyOf(announcement)
    const mine = told.set(key, requests.map(({ id }) => id))
    const isShown = await show(key, notificationText(announcement, notifyDoctor, speaking()), () => {
      told.delete(key)
      open(announcement.kind === 'one' ? announcement.requests[0].id : null)
    })
    if (isShown || mine !== told) return
    told.delete(key)
    banner.add(requests)
    desktop.ring({ sound: notifySound })
  }

  /** What an earlier run has said still stands where the system keeps it. */
  async function takeUp() {
    if (isTakenUp) return
    isTakenUp = true
    const mine = told
    for (const [key, id] of await saidEarlier(desktop.notifier, open)) if (mine === told && !told.has(key)) told.set(key, [id])
  }

  return {
    announce,
    takeUp,
    async test() { await show('test', testText(speaking()), () => { open(null) }) },
    keep(isLeft) {
      for (const [key, ids] of told) {
        if (ids.some(isLeft)) continue
        told.delete(key)
        desktop.notifier.close(key)
      }
      banner.keep(isLeft)
    },
    dismiss: banner.takeDown,
    status: () => ({ native, banner: banner.status() }),
    reset() {
      told = new Map()
      isTakenUp = false
      desktop.notifier.closeAll()
      banner.takeDown()
    },
  }
}

/** What earlier runs have said of single requests, by key. */
async function saidEarlier(notifier: Desktop['notifier'], open: Dependencies['open']): Promise<[key: string, id: number][]> {
  const keys = await notifier.takeUp((key) => { open(requestIn(key)) })
  return keys.flatMap((key) => {
    const id = requestIn(key)
    return id === null ? [] : [[key, id]]
  })
}

/** The banner of requests that the system did not tell of. */
function bannerOf(onChange: () => void) {
  let requests: RequestFacts[] = []
  function set(next: RequestFacts[]) {
    if (next.length === requests.length) return
    requests = next
    onChange()
  }
  return {
    add(more: readonly RequestFacts[]) { set([...requests, ...more]) },
    keep(isLeft: (id: number) => boolean) { set(requests.filter(({ id }) => isLeft(id))) },
    takeDown() { set([]) },
    status: (): AlertsStatus['banner'] => requests.length > 0 ? { count: requests.length, latest: requests.at(-1)! } : null,
  }
}
