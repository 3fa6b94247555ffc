import { setMaxListeners } from 'node:events'
import { parseServerAddress, type ServerAddress } from '@shared/domain/serverAddress'
import type { SessionState, SignInForm } from '@shared/domain/session'
import { AppFailure, type SignedOutReason } from '@shared/errors'
import type { Authority } from '@main/http/api'
import type { Client } from '@main/http/client'
import type { Clock, Log, Transport } from '@main/ports'
import { isInterrupted } from './isInterrupted'
import { createSeat, type Seat } from './seat'
import { obtainTokens } from './tokenRoutes'
import type { TokenPair } from './tokens'
import type { TokenStore } from './tokenStore'

export interface Session extends Authority {
  state: () => SessionState
  /** Who is signed in and where; null when nobody is. For what is kept by account, not for the screen. */
  account: () => { origin: string, email: string } | null
  /** Takes up the session of the last run, from the disk alone. */
  restore: () => Promise<SessionState>
  /** Throws `AppFailure`: badAddress, badCredentials, or why the server could not be asked. */
  signIn: (form: SignInForm) => Promise<SessionState>
  /** Whether the server takes this password of the person who is signed in. Throws `AppFailure`: why it could not be asked. */
  proves: (password: string) => Promise<boolean>
  /** Ends the session here; what is this person's stays for when they sign in again. */
  park: (reason: SignedOutReason) => Promise<SessionState>
  /** Wipes this computer; never waits for the network. */
  signOut: () => Promise<SessionState>
}

export interface SessionOptions {
  client: Client
  transport: Pick<Transport, 'allow'>
  store: TokenStore
  clock: Clock
  log: Log
  /** The event session:changed. */
  changed: () => void
  /** Whether an origin is the built-in demo clinic's: it ends with the program, and so do its sessions. */
  isDemo: (origin: string) => boolean
  /** Gets the base of each server that someone signed in to, the demo clinic's excepted. */
  remember: (base: string) => void
  /** Calls `run` again and again; returns what ends it. Compares no clocks: a computer that slept calls late. */
  every?: (milliseconds: number, run: () => void) => () => void
}

const TICK = 30_000

interface Occupant { seat: Seat, address: ServerAddress, email: string, kept: boolean, stop: () => void }

/** `generation` is replaced whenever someone signs in or out; what an older one still brings is thrown away. */
interface Desk extends SessionOptions { occupant: Occupant | undefined, reason: SignedOutReason, generation: AbortController }

/** The session: signed out, or one person at one server. */
export function createSession(options: SessionOptions): Session {
  const desk: Desk = { ...options, occupant: undefined, reason: 'none', generation: newGeneration() }
  return {
    state: () => stateOf(desk),
    account: () => desk.occupant ? { origin: desk.occupant.address.origin, email: desk.occupant.email } : null,
    access: () => {
      if (!desk.occupant) throw new AppFailure({ kind: 'signedOut', reason: desk.reason })
      return desk.occupant.seat
    },
    restore: () => restore(desk),
    signIn: (form) => signIn(desk, form),
    proves: (password) => proves(desk, password),
    park: async (reason) => {
      await end(desk, desk.generation.signal, reason)
      return stateOf(desk)
    },
    signOut: () => signOut(desk),
  }
}

function newGeneration(): AbortController {
  const generation = new AbortController()
  // Every request under way listens; Node warns of a leak at eleven.
  setMaxListeners(0, generation.signal)
  return generation
}

function stateOf({ occupant, reason, isDemo }: Desk): SessionState {
  if (!occupant) return { status: 'signedOut', reason }
  const { address, email, kept } = occupant
  return { status: 'signedIn', email, server: address.host, demo: isDemo(address.origin), kept }
}

async function signIn(desk: Desk, form: SignInForm): Promise<SessionState> {
  const address = parseServerAddress(form.server)
  if (!address.ok) throw new AppFailure({ kind: 'badAddress', reason: address.reason })
  const wasSignedIn = desk.occupant !== undefined
  leave(desk, 'none')
  if (wasSignedIn) desk.changed()
  const { signal } = desk.generation
  const email = form.email.trim()
  try {
    await desk.store.drop()
    if (signal.aborted) return stateOf(desk)
    desk.transport.allow(address.origin)
    const pair = await obtainTokens(desk.client, address.base, { email, password: form.password }, signal)
    signal.throwIfAborted()
    const kept = await keep(desk, address, email, pair)
    if (!signal.aborted) arrive(desk, { address, email, pair, kept, receivedAt: desk.clock() })
  } catch (cause) {
    if (!signal.aborted) {
      desk.transport.allow(null)
      throw cause
    }
  }
  return stateOf(desk)
}

async function restore(desk: Desk): Promise<SessionState> {
  const { signal } = desk.generation
  const stored = await desk.store.load()
  const address = stored && parseServerAddress(stored.account.base)
  if (stored && address?.ok && !signal.aborted) {
    arrive(desk, { address, email: stored.account.email, pair: stored.pair, kept: true, receivedAt: 0 })
  }
  return stateOf(desk)
}

/** A server that hangs must not keep anybody before their locked desk. */
const PATIENCE_MS = 5000

async function proves({ client, occupant, generation }: Desk, password: string): Promise<boolean> {
  if (!occupant) throw new AppFailure({ kind: 'signedOut', reason: 'none' })
  const late = AbortSignal.timeout(PATIENCE_MS)
  const tooLate = new Promise<never>((_, reject) => {
    late.addEventListener('abort', () => { reject(new AppFailure({ kind: 'timeout' })) })
  })
  const signal = AbortSignal.any([late, generation.signal])
  const asked = obtainTokens(client, occupant.address.base, { email: occupant.email, password }, signal)
  try {
    await Promise.race([asked, tooLate])
    return true
  } catch (cause) {
    if (cause instanceof AppFailure && cause.error.kind === 'badCredentials') return false
    throw cause
  }
}

async function signOut(desk: Desk): Promise<SessionState> {
  leave(desk, 'none')
  desk.log.info('session.signedOut')
  desk.changed()
  await desk.store.wipe()
  return stateOf(desk)
}

interface Arrival { address: ServerAddress, email: string, pair: TokenPair, kept: boolean, receivedAt: number }

function arrive(desk: Desk, { address, email, pair, kept, receivedAt }: Arrival): void {
  const over = desk.generation.signal
  const seat = createSeat({
    base: address.base, pair, receivedAt, client: desk.client, clock: desk.clock, over,
    keep: async (renewed) => { await keepRenewed(desk, over, renewed) },
    ended: (reason) => end(desk, over, reason),
  })
  const stop = (desk.every ?? every)(TICK, () => { void seat.tick() })
  desk.occupant = { seat, address, email, kept, stop }
  desk.reason = 'none'
  desk.transport.allow(address.origin)
  if (!desk.isDemo(address.origin)) desk.remember(address.base)
  desk.log.info('session.signedIn', { kept, restored: receivedAt === 0 })
  desk.changed()
}

/** Ends the generation at once, in memory; the disk follows. */
function leave(desk: Desk, reason: SignedOutReason): void {
  desk.generation.abort(new AppFailure({ kind: 'signedOut', reason }))
  desk.generation = newGeneration()
  desk.occupant?.stop()
  desk.occupant = undefined
  desk.reason = reason
  desk.transport.allow(null)
}

/** The server, or this desk, ended the session of `over`'s generation. */
async function end(desk: Desk, over: AbortSignal, reason: SignedOutReason): Promise<void> {
  if (over.aborted) return
  leave(desk, reason)
  desk.log.warn('session.ended', { reason })
  desk.changed()
  await (isInterrupted(reason) ? desk.store.drop() : desk.store.wipe())
}

const keep = ({ store, isDemo }: Desk, { base, origin }: ServerAddress, email: string, pair: TokenPair) =>
  isDemo(origin) ? store.canKeep() : store.save({ base, email }, pair)

async function keepRenewed(desk: Desk, over: AbortSignal, pair: TokenPair): Promise<void> {
  const { occupant } = desk
  if (!occupant || over.aborted) return
  const kept = await keep(desk, occupant.address, occupant.email, pair)
  if (over.aborted || kept === occupant.kept) return
  occupant.kept = kept
  desk.changed()
}

function every(milliseconds: number, run: () => void): () => void {
  const timer = setInterval(run, milliseconds).unref()
  return () => { clearInterval(timer) }
}
