import path from 'node:path'
import { numberOfDay, type Day } from '@shared/domain/time'
import { activity } from './activity/activity'
import { activityHandlers } from './activity/handlers'
import { audit } from './audit/audit'
import { auditHandlers } from './audit/handlers'
import { cache } from './cache/cache'
import { cacheHandlers } from './cache/handlers'
import { changes } from './changes/changes'
import { changesHandlers } from './changes/handlers'
import { noticing } from './changes/noticing'
import { drafts } from './drafts/drafts'
import { draftsHandlers } from './drafts/handlers'
import { after } from './feed/after'
import { coalesce } from './feed/coalesce'
import { notes } from './handOver/notes'
import type { Push } from './lists'
import type { Clipboard, Clock, Files, KeyStore, Log } from './ports'
import { savedDesks } from './savedDesks/savedDesks'
import { savedDesksHandlers } from './savedDesks/handlers'
import type { DeskAccount } from './secrets/accountDigest'
import type { MasterKey } from './secrets/masterKey'

/** Tells two who want to know. */
const both = <T>(first: (of: T) => void, second: (of: T) => void) => (of: T) => {
  first(of)
  second(of)
}

interface Keeping {
  key: MasterKey
  deskKey: Pick<MasterKey, 'read'>
  account: () => DeskAccount | null
  present: () => DeskAccount | null
  today: () => Day
  isDemo: (origin: string) => boolean
}
interface KeepingPlatform { folder: string, keyStore: KeyStore, clock: Clock, log: Log, push: Push }

/** What is kept sealed by account: the clinic's data and drafts until signing out, the activity of the desk beyond it. */
export function keeping(
  { folder, keyStore, clock, log, push }: KeepingPlatform, { key, deskKey, account, present, today, isDemo }: Keeping,
) {
  const seen = changes({ folder: path.join(folder, 'changes'), masterKey: key, clock, log, onChange: () => { push('changes:changed') } })
  const news = noticing(seen, () => numberOfDay(today()))
  const copy = cache({
    root: path.join(folder, 'cache'), masterKey: key, today: () => numberOfDay(today()), after, log,
    onChange: coalesce(500, after, () => { push('cache:changed') }).touch, onOutdated: news.slots,
  })
  const own = activity({
    folder: path.join(folder, 'activity'), masterKey: deskKey, account, clock, log,
    onChange: coalesce(500, after, () => { push('activity:changed') }).touch,
  })
  const everyone = audit({ folder, masterKey: deskKey, account: present, clock, log })
  const typed = drafts({ folder: path.join(folder, 'drafts'), keyStore, account, log })
  const arranged = savedDesks({ folder: path.join(folder, 'savedDesks'), masterKey: deskKey, account, log })
  return {
    cache: copy,
    savedDesks: arranged,
    notes: notes({ folder: path.join(folder, 'handOver'), masterKey: deskKey, account, isDemo, clock, log }),
    drafts: typed,
    changes: seen,
    news,
    activity: { ...own, add: both(own.add, ({ action, kind, id, outcome }) => { everyone.note(action, { kind, id, outcome }) }) },
    audit: everyone,
    /** Takes away what a person leaves behind who signs out. */
    wipe(of: DeskAccount) {
      void copy.wipe()
      void typed.wipe(of)
      void seen.wipe()
    },
  }
}

export type Kept = ReturnType<typeof keeping>

/** The calls about what is kept on this computer. */
export const keptHandlers = (platform: { files: Files, clipboard: Clipboard, push: Push }, kept: Kept, today: () => Day) => ({
  ...cacheHandlers(kept.cache),
  ...draftsHandlers(kept),
  ...savedDesksHandlers({ ...platform, savedDesks: kept.savedDesks, onChange: () => { platform.push('savedDesks:changed') } }),
  ...changesHandlers(kept.changes),
  ...activityHandlers({ ...platform, activity: kept.activity, today }),
  ...auditHandlers({ ...platform, audit: kept.audit, today }),
})
