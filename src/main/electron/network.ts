import { session, type Session } from 'electron'
import { inTurn } from '../inTurn'
import type { Lane, Transport } from '../ports'
import { refusePermissions } from './lockdown'
import { send } from './send'

/**
 * The operating system's network stack (proxy, certificates) in in-memory sessions that may reach one origin only: one for reads,
 * one for each lane of writes.
 *
 * Measured on Electron 33: Chromium sends a POST again by itself when a reused connection is dropped, so each write starts on a
 * session without open connections; a redirect carries the Authorization header to any origin, so redirects are errors; and the
 * default session writes bodies and cookies to the disk, so these sessions have neither cache nor a partition on it.
 */
export function electronTransport(): Transport {
  let allowed: string | null = null
  const open = (name: string) => closedTo(session.fromPartition(name, { cache: false }), () => allowed)
  const reads = open('api-read')
  const lanes = new Map<Lane, { writes: Session, turn: ReturnType<typeof inTurn> }>()
  const laneOf = (name: Lane) => {
    const lane = lanes.get(name) ?? { writes: open(`api-write-${name}`), turn: inTurn() }
    lanes.set(name, lane)
    return lane
  }
  return {
    allow: (origin) => { allowed = origin },
    read: (url, init) => send(reads, url, init),
    write: (url, init, lane) => {
      const { writes, turn } = laneOf(lane)
      return turn(async () => {
        await writes.closeAllConnections()
        return send(writes, url, init)
      })
    },
  }
}

function closedTo(of: Session, allowed: () => string | null): Session {
  refusePermissions(of)
  of.webRequest.onBeforeRequest(({ url }, answer) => { answer({ cancel: new URL(url).origin !== allowed() }) })
  return of
}
