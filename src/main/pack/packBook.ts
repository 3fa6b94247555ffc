import * as v from 'valibot'
import type { Preferences } from '@main/ports'
import { accountDigest, type DeskAccount } from '@main/secrets/accountDigest'
import { instantSchema } from '@shared/domain/basics'
import { clinicIdsSchema } from '@shared/domain/slot'

const KEY = 'downtimePacks'
const ACCOUNTS = 4

const choiceSchema = v.strictObject({
  folder: v.string(),
  clinicIds: v.nullable(clinicIdsSchema),
  /** Packs that were written there and not taken away since, oldest first: only files that stand here are ever deleted. */
  packs: v.array(v.strictObject({ at: instantSchema, names: v.array(v.pipe(v.string(), v.regex(/^[\w.-]+$/))) })),
})
/** One person's choice of a pack. */
export type PackChoice = v.InferOutput<typeof choiceSchema>

const keptSchema = v.array(v.strictObject({ account: v.string(), choice: choiceSchema }))

/** Who wants packs, and where; by account, which stands in the preferences as a digest. */
export interface PackBook {
  /** Undefined while this person wants none. */
  read: (account: DeskAccount) => PackChoice | undefined
  /** Undefined switches it off. Throws when it can not be kept. */
  write: (account: DeskAccount, choice: PackChoice | undefined) => void
}

/** Keeps the choices of the last four accounts. */
export function packBook(preferences: Preferences): PackBook {
  const all = () => v.parse(v.fallback(keptSchema, []), preferences.get(KEY))
  return {
    read(of) {
      const own = accountDigest(of)
      return all().find(({ account }) => account === own)?.choice
    },
    write(of, choice) {
      const own = accountDigest(of)
      const others = all().filter(({ account }) => account !== own)
      preferences.set(KEY, (choice ? [{ account: own, choice }, ...others] : others).slice(0, ACCOUNTS))
    },
  }
}
