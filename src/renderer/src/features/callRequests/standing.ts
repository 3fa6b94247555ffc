import { standingOf, type RequestMark } from '@shared/domain/triage'

/** What the list shows of all requests. */
export const views = ['open', 'mine', 'snoozed', 'done', 'gone', 'all'] as const
export type View = (typeof views)[number]

type Mark = Pick<RequestMark, 'state' | 'snoozedUntil'>

/** Whether a request was put off, is back, and nobody has taken it up since. */
export const isBack = (mark: Mark | undefined, now: number): boolean =>
  mark !== undefined && mark.snoozedUntil !== null && mark.snoozedUntil <= now && (mark.state === 'seen' || mark.state === 'new')

interface Situation {
  mark: Pick<RequestMark, 'state' | 'snoozedUntil' | 'pinned' | 'owner'> | undefined
  isGone: boolean
  now: number
  /** Of the person at the desk; '' while they are not known. */
  initials: string
}

/** The views that show a request. One that left the server is open only while somebody here works on it. */
export function viewsOf({ mark, isGone, now, initials }: Situation): View[] {
  const standing = standingOf(mark, now)
  const isOpen = standing !== 'done' && standing !== 'snoozed'
  const isHeld = mark !== undefined && (mark.pinned || standing === 'inHand')
  const isMine = mark !== undefined && initials !== '' && mark.owner === initials && standing !== 'done'
  const shown: Record<View, boolean> = {
    open: isOpen && (!isGone || isHeld), mine: isMine, snoozed: standing === 'snoozed', done: standing === 'done', gone: isGone, all: true,
  }
  return views.filter((view) => shown[view])
}
