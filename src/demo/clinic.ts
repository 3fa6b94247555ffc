import { demoAccounts, type Account } from './accounts'
import { refusal } from './answers'
import { createApp } from './app'
import { callRequestRoutes } from './callRequestRoutes'
import { clinicRoutes } from './clinicRoutes'
import { localDay } from './day'
import { departmentRoutes } from './departmentRoutes'
import { createGate } from './gate'
import type { Hospital } from './hospital'
import { listAnswer } from './paging'
import { seedHospital, type Size } from './seedHospital'
import { staffRoutes } from './staffRoutes'
import { createThrottle, type Rate } from './throttle'
import { createTokens, type Tokens } from './tokens'
import { tokenRoutes } from './tokenRoutes'

/** What the vendor's document leaves open, and what the sample data are like. Everything has a default. */
export interface DemoOptions {
  /** Default small. */
  size?: Size
  /** The same seed and day give the same hospital. Default 1. */
  seed?: number
  /** The day around which the data lie, `2026-11-23`. Default: the computer's own day. */
  today?: string
  /** Wall clock in epoch milliseconds, for tokens, throttle and call requests. Default: the computer's. */
  now?: () => number
  /** Lifetime of an access token in seconds. Default: simplejwt's 5 minutes. */
  accessSeconds?: number
  /** Lifetime of a refresh token in seconds. Default: simplejwt's day. */
  refreshSeconds?: number
  /** A refresh gives a new refresh token too, and the old one is dead at once. Default false. */
  rotate?: boolean
  /** Rows a page; lists are plain arrays without it. */
  paginate?: number
  /** Requests allowed by account; no limit without it. */
  throttle?: Rate
  /** Refuse a slot that exists already. Default false. */
  uniqueSlots?: boolean
  /** How the deletion of a department or doctor in use is refused. Default 400. */
  protectedStatus?: 400 | 409 | 500
  /** Rows of one's own instead of the seeded ones. */
  hospital?: Hospital
  /** Accounts of one's own instead of the two demo accounts; the first one is `account`. */
  accounts?: Account[]
}

/** A clinic server without a port: the documented API over an in-memory hospital. */
export interface DemoClinic {
  fetch: (request: Request) => Promise<Response>
  /** Read and changed by requests; tests may reach in. */
  hospital: Hospital
  /** Set `active` to false, or remove one, and its tokens are refused from then on. */
  accounts: Account[]
  tokens: Tokens
  /** Who may sign in and do everything. */
  account: { email: string, password: string }
  /** The clinic's calendar day now. */
  today: () => string
}

const usual = {
  size: 'small', seed: 1, now: Date.now, accessSeconds: 300, refreshSeconds: 86_400, rotate: false, uniqueSlots: false, protectedStatus: 400,
} as const satisfies DemoOptions

/** Makes a demo clinic; nothing listens and nothing runs until a request comes. */
export function createDemoClinic(options: DemoOptions = {}): DemoClinic {
  const { size, seed, now, protectedStatus, uniqueSlots, ...settings } = { ...usual, ...options }
  const accounts = options.accounts ?? demoAccounts()
  const today = () => options.today ?? localDay(now())
  const hospital = options.hospital ?? seedHospital({ size, seed, today: today() })
  const tokens = createTokens({ now, ...settings })
  const throttle = options.throttle ? createThrottle(options.throttle, now) : () => undefined
  const list = listAnswer(options.paginate)
  const protect = (detail: string): never => {
    // An unhandled ProtectedError is Django's page with status 500.
    throw protectedStatus === 500 ? new Error(detail) : refusal(protectedStatus, { detail })
  }
  const app = createApp({
    ...tokenRoutes(accounts, tokens),
    ...staffRoutes(hospital, list, protect),
    ...departmentRoutes(hospital, list, protect),
    ...clinicRoutes(hospital, list, uniqueSlots),
    ...callRequestRoutes(hospital, list),
  }, createGate(accounts, tokens, throttle))

  return {
    fetch: async (request) => app.fetch(request),
    hospital,
    accounts,
    tokens,
    account: { email: accounts[0]?.email ?? '', password: accounts[0]?.password ?? '' },
    today,
  }
}
