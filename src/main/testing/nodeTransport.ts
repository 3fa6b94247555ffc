import { inTurn } from '@main/inTurn'
import type { Lane, Transport } from '@main/ports'

const closed = { redirect: 'error', credentials: 'omit', cache: 'no-store' } as const

/**
 * The transport's stand-in over Node's own fetch. Writes of a lane one after the other; any origin but the allowed one is refused unasked.
 */
export function nodeTransport(): Transport {
  const turns = new Map<Lane, ReturnType<typeof inTurn>>()
  const turnOf = (lane: Lane) => {
    const turn = turns.get(lane) ?? inTurn()
    turns.set(lane, turn)
    return turn
  }
  let allowed: string | null = null
  const send = async (url: string, init: RequestInit) => {
    // The text that Chromium gives when a request guard cancels.
    if (new URL(url).origin !== allowed) throw new Error('net::ERR_BLOCKED_BY_CLIENT')
    return fetch(url, { ...init, ...closed })
  }
  return {
    allow: (origin) => { allowed = origin },
    read: send,
    write: (url, init, lane) => turnOf(lane)(() => send(url, init)),
  }
}
