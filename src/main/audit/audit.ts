import path from 'node:path'
import type { Clock, Log } from '@main/ports'
import type { DeskAccount } from '@main/secrets/accountDigest'
import { diary, type Diary } from '@main/secrets/diary'
import type { MasterKey } from '@main/secrets/masterKey'
import { auditRecordSchema, type AuditRecord } from '@shared/domain/audit'

interface Dependencies {
  folder: string
  /** A key that signing out does not erase. */
  masterKey: Pick<MasterKey, 'read'>
  account: () => DeskAccount | null
  clock: Clock
  log: Log
}

/** Who did what at this computer, whoever it was: sealed, kept for 90 days. */
export interface Audit extends Pick<Diary<AuditRecord>, 'read' | 'prune'> {
  /** Notes what the person at the desk did, or the one who has just left it; in the background. Nothing where there was nobody yet. */
  note: (what: AuditRecord['what'], row?: AuditRecord['row']) => void
  /** To be called after each change of the session: notes that somebody left. */
  follow: () => void
}

/** See `Audit`. */
export function audit({ folder, account, clock, ...rest }: Dependencies): Audit {
  const options = { file: path.join(folder, 'audit.log'), binding: { purpose: 'audit', context: 'desk' }, schema: auditRecordSchema }
  const { add, read, prune } = diary<AuditRecord>({ ...options, ...rest, clock, onChange: () => undefined })
  let last: DeskAccount | null = null

  const note: Audit['note'] = (what, row) => {
    last = account() ?? last
    if (last) add({ at: clock(), who: last.email, server: new URL(last.origin).host, what, ...row && { row } })
  }
  return {
    note, read, prune,
    follow() {
      const now = account()
      if (last && !now) {
        note('signedOut')
        last = null
      }
      last = now ?? last
    },
  }
}
