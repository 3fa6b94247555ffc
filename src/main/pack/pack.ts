import type { After } from '@main/feed/after'
import type { Log, Preferences } from '@main/ports'
import type { DeskAccount } from '@main/secrets/accountDigest'
import type { PackFault, PackState } from '@shared/domain/pack'
import { packBook, type PackChoice } from './packBook'
import { renewPack, type PackSources } from './renewPack'

const EVERY_MS = 30 * 60_000
/** After somebody has come the lists are fetched first. */
const FIRST_MS = 60_000

interface Dependencies extends PackSources {
  preferences: Preferences
  /** Who is signed in. */
  account: () => DeskAccount | null
  /** Whether packs may be written on this computer: the one place where an administrator's word counts. */
  isAllowed: () => boolean
  after: After
  log: Log
  onChange: () => void
}

/** The next three days of chosen clinics as PDF and CSV in a folder of the person's choice, for when nothing works any more. */
export interface Pack {
  state: () => PackState
  /** Writes there from now on, and at once. Does nothing while nobody is signed in. Throws when the choice can not be kept. */
  choose: (folder: string) => Promise<void>
  /** Puts these clinics into it from now on, null for those on the board. Throws when the choice can not be kept. */
  chooseClinics: (clinicIds: number[] | null) => Promise<void>
  /** What was written stays. Throws when the choice can not be kept. */
  switchOff: () => void
  /** Writes one now, if anybody wants one and none is being written. Never throws: what went wrong is in the state. */
  write: () => Promise<void>
  /** The same after what is being written, which may have begun before what somebody wants it for. */
  writeAnew: () => Promise<void>
  /** Somebody came or left: packs are written for whoever is there. */
  follow: () => void
}

/** See `Pack`. */
export function pack({ preferences, account, isAllowed, after, log, onChange, ...sources }: Dependencies): Pack {
  const { read, change } = choices(preferences, account)
  const timer = oneTimer(after, () => { void write() })
  let failing: PackFault | null = null
  let writing: Promise<void> | undefined
  /** Where packs are written, and where they were when nobody is there any more who wants them. */
  const place: { now: string | null, left: string | null } = { now: null, left: null }

  function keep(make: (before: PackChoice | undefined) => PackChoice | undefined) {
    place.now = change(make)?.folder ?? null
    onChange()
  }

  async function run(own: PackChoice) {
    const owner = JSON.stringify(account())
    const isStill = () => JSON.stringify(account()) === owner && read()?.folder === own.folder
    const { packs, fault } = await renewPack(own, sources, isStill)
    failing = fault
    if (isStill()) keep((now) => now && { ...now, packs })
    if (fault) log.warn('pack.failing', { why: fault })
  }

  async function write() {
    const own = read()
    if (!own || !isAllowed()) return
    timer.plan(EVERY_MS)
    writing ??= run(own).finally(() => {
      writing = undefined
      onChange()
    })
    onChange()
    await writing
  }

  async function writeAnew() {
    await writing
    await write()
  }

  return {
    state: () => ({ ...shown(read()), allowed: isAllowed(), failing, writing: writing !== undefined, left: place.left }),
    choose(folder) {
      // What lies in another folder is not ours to look after any more.
      keep((before) => ({ clinicIds: before?.clinicIds ?? null, folder, packs: before?.folder === folder ? before.packs : [] }))
      return writeAnew()
    },
    chooseClinics(clinicIds) {
      keep((before) => before && { ...before, clinicIds })
      return writeAnew()
    },
    switchOff() {
      timer.callOff()
      failing = null
      keep(() => undefined)
    },
    write, writeAnew,
    follow() {
      timer.callOff()
      failing = null
      const own = read()
      place.left = account() ? null : place.now
      place.now = own?.folder ?? null
      if (own) timer.plan(Math.max(FIRST_MS, (lastOf(own) ?? 0) + EVERY_MS - sources.clock()))
      onChange()
    },
  }
}

/** A timer that is set anew each time. */
function oneTimer(after: After, run: () => void) {
  let callOff: () => void = () => undefined
  return {
    callOff: () => { callOff() },
    plan(ms: number) {
      callOff()
      callOff = after(ms, run)
    },
  }
}

/** The choice of whoever is signed in. */
function choices(preferences: Preferences, account: () => DeskAccount | null) {
  const book = packBook(preferences)
  const read = () => {
    const owner = account()
    return owner ? book.read(owner) : undefined
  }
  return {
    read,
    change(make: (before: PackChoice | undefined) => PackChoice | undefined) {
      const owner = account()
      const next = owner ? make(book.read(owner)) : undefined
      if (owner) book.write(owner, next)
      return next
    },
  }
}

const lastOf = (own: PackChoice | undefined) => own?.packs.at(-1)?.at ?? null

const shown = (own: PackChoice | undefined) =>
  ({ folder: own?.folder ?? null, clinicIds: own?.clinicIds ?? null, writtenAt: lastOf(own) })
