import en from '@shared/locales/en.json'
import type { Desktop } from '@main/ports'
import type { AlertsStatus } from '@shared/domain/alerts'
import type { Settings } from '@shared/domain/settings'
import type { RequestFacts } from '@shared/domain/triage'
import type { Announcement } from './announcement'
import { notificationText } from './words'

interface Dependencies {
  desktop: Pick<Desktop, 'notifier' | 'ring'>
  settings: () => Settings
  /** Brings up a request, or the list. */
  open: (id: number | null) => void
  onChange: () => void
}

/** Says things by the system's notifications, and by a banner where the system shows none. */
export interface Announcer {
  announce: (announcement: Announcement) => Promise<void>
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
export function announcer({ desktop, settings, open, onChange }: Dependencies): Announcer {
  let native: AlertsStatus['native'] = 'untried'
  let banner: RequestFacts[] = []
  /** Requests by the key of the notification that tells of them. */
  let told = new Map<string, number[]>()
  let last = 0

  function setBanner(requests: RequestFacts[]) {
    if (requests.length === banner.length) return
    banner = requests
    onChange()
  }

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
    const key = `requests-${++last}`
    const mine = told.set(key, requests.map(({ id }) => id))
    const isShown = await show(key, notificationText(announcement, notifyDoctor), () => {
      told.delete(key)
      open(announcement.kind === 'one' ? announcement.requests[0].id : null)
    })
    if (isShown || mine !== told) return
    told.delete(key)
    setBanner([...banner, ...requests])
    desktop.ring({ sound: notifySound })
  }

  return {
    announce,
    async test() { await show('test', { title: en.alerts.testTitle, body: en.alerts.testBody }, () => { open(null) }) },
    keep(isLeft) {
      for (const [key, ids] of told) {
        if (ids.some(isLeft)) continue
        told.delete(key)
        desktop.notifier.close(key)
      }
      setBanner(banner.filter(({ id }) => isLeft(id)))
    },
    dismiss() { setBanner([]) },
    status: () => ({ native, banner: banner.length > 0 ? { count: banner.length, latest: banner.at(-1)! } : null }),
    reset() {
      told = new Map()
      desktop.notifier.closeAll()
      setBanner([])
    },
  }
}
