import { inTurn } from '@main/inTurn'
import type { Transport } from '@main/ports'

const closed = { redirect: 'error', credentials: 'omit', cache: 'no-store' } as const

/** The transport's stand-in over Node's own fetch. Writes one after the other; any origin but the allowed one is refused unasked. */
export function nodeTransport(): Transport {
  const turn = inTurn()
  let allowed: string | null = null
  const send = async (url: string, init: RequestInit) => {
    // The text that Chromium gives when a request guard cancels.
    if (new URL(url).origin !== allowed) throw new Error('net::ERR_BLOCKED_BY_CLIENT')
    return fetch(url, { ...init, ...closed })
  }
  return {
    allow: (origin) => { allowed = origin },
    read: send,
    write: (url, init) => turn(() => send(url, init)),
  }
}
