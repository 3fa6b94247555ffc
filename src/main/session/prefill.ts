import { shortAddress } from '@shared/domain/serverAddress'
import type { Prefill } from '@shared/domain/session'
import type { DemoHost, Log, Preferences } from '@main/ports'

const LAST_SERVER = 'session.server'
const LONGEST = 2000

interface Options {
  preferences: Preferences
  log: Log
  /** A server address to start with, from outside (CLINIC_SERVER). Goes before all others. */
  server?: string | undefined
  /** The demo clinic, when the program was started for it (CLINIC_DEMO): started at the first question. */
  demo?: DemoHost | undefined
}

export interface SignInPrefill {
  read: () => Promise<Prefill>
  /** Notes the base of a server that someone signed in to. */
  remember: (base: string) => void
}

/** What the sign-in form starts with. The last server is remembered for everyone at this computer, an e-mail address never. */
export function signInPrefill({ preferences, log, server, demo }: Options): SignInPrefill {
  const last = () => {
    const kept = preferences.get(LAST_SERVER)
    return typeof kept === 'string' ? kept.slice(0, LONGEST) : ''
  }
  return {
    read: async () => {
      if (server?.trim()) return { server: server.trim().slice(0, LONGEST), email: '', password: '' }
      const started = await demo?.start().catch(() => { log.warn('prefill.noDemo') })
      if (!started) return { server: last(), email: '', password: '' }
      return { server: started.server, email: started.email, password: started.password }
    },
    remember: (base) => {
      try {
        preferences.set(LAST_SERVER, shortAddress(base))
      } catch {
        log.warn('prefill.notKept')
      }
    },
  }
}
