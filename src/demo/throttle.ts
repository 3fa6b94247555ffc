import { refusal } from './answers'

/** So many requests in so many seconds, counted by account. */
export interface Rate { requests: number, seconds: number }

/**
 * Counts requests in the manner of Django REST Framework's SimpleRateThrottle: a sliding window by key. The function that it
 * gives throws the server's 429, with the seconds until the oldest request falls out of the window.
 */
export function createThrottle(rate: Rate, now: () => number): (key: string) => void {
  const histories = new Map<string, number[]>()
  return (key) => {
    const instant = now()
    const recent = (histories.get(key) ?? []).filter((at) => at > instant - rate.seconds * 1000)
    histories.set(key, recent)
    if (recent.length < rate.requests) {
      recent.push(instant)
      return
    }
    const wait = Math.ceil((recent[0]! + rate.seconds * 1000 - instant) / 1000)
    throw refusal(
      429,
      { detail: `Request was throttled. Expected available in ${wait} second${wait === 1 ? '' : 's'}.` },
      { 'Retry-After': String(wait) },
    )
  }
}

const UNIT_SECONDS: Record<string, number> = { sec: 1, min: 60, hour: 3600, day: 86_400 }

/** The rate of `30/min` (units sec, min, hour, day), or undefined when the text is none. */
export function parseRate(text: string): Rate | undefined {
  const match = /^([1-9]\d{0,8})\/(sec|min|hour|day)$/.exec(text)
  return match ? { requests: Number(match[1]), seconds: UNIT_SECONDS[match[2]!]! } : undefined
}
