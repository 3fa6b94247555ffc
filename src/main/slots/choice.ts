import * as v from 'valibot'
import type { Preferences } from '@main/ports'
import { accountDigest, type DeskAccount } from '@main/secrets/accountDigest'
import { idSchema } from '@shared/domain/basics'
import type { ClinicChoice } from '@shared/domain/slot'
import { AppFailure } from '@shared/errors'

const KEY = 'clinicChoices'
const ACCOUNTS = 4
const CLINICS = 200

const keptSchema = v.array(v.strictObject({ account: v.string(), clinicIds: v.array(idSchema) }))

interface Dependencies {
  preferences: Preferences
  /** Who is signed in, and where; null when nobody is. */
  account: () => DeskAccount | null
}

/**
 * The clinics that a person has put on the board, kept between starts by account.
 * Both functions throw `AppFailure` signedOut when nobody is signed in.
 */
export interface Choice {
  read: () => ClinicChoice
  /** Answers with what is kept: each clinic once, at most 200. */
  choose: (choice: ClinicChoice) => ClinicChoice
}

/** Keeps the choices of the last four accounts; preferences are not sealed, so an account stands there as a digest. */
export function choice({ preferences, account }: Dependencies): Choice {
  const all = () => v.parse(v.fallback(keptSchema, []), preferences.get(KEY))

  function key() {
    const current = account()
    if (!current) throw new AppFailure({ kind: 'signedOut', reason: 'none' })
    return accountDigest(current)
  }

  return {
    read() {
      const own = key()
      return { clinicIds: all().find(({ account }) => account === own)?.clinicIds ?? null }
    },
    choose({ clinicIds }) {
      const own = key()
      const others = all().filter(({ account }) => account !== own)
      const chosen = clinicIds && [...new Set(clinicIds)].slice(0, CLINICS)
      const next = chosen ? [{ account: own, clinicIds: chosen }, ...others] : others
      preferences.set(KEY, next.slice(0, ACCOUNTS))
      return { clinicIds: chosen }
    },
  }
}
