import fs from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { repository } from '../scripts/bootstrap/places.mjs'
import { aimed } from './frame/aim.mjs'

const DESKS = 1000
const CLINICS = 6
const HOUR = 3_600_000
const OUTAGE = { from: HOUR / 3, to: HOUR / 3 + 600_000 }
/** Requests of one pass over the screen: the call requests and each clinic on the board. */
const PASS = 1 + CLINICS
/** A pass while the server is away fails with its first requests: four clinics in their lanes, and the call requests. */
const FAILED_PASS = 5
/** How much more than by chance the 99th percentile may be, and the peak after an outage than the usual mean. */
const AIM = { chance: 1.1, after: 3 }

/** The program's own rules: a file without imports at run time. */
const rules = async () => {
  const source = fs.readFileSync(path.join(repository, 'src', 'main', 'sync', 'pace.ts'), 'utf8')
  const { outputText } = ts.transpileModule(source, { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 } })
  return import(`data:text/javascript,${encodeURIComponent(outputText)}`)
}

/** A random source that gives the same numbers in each run (mulberry32). */
const seeded = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}

/** When a desk's passes begin in an hour of virtual time; where it stands in its rhythm at the beginning is chance. */
function passesOf({ rhythmOf, waitOf }, random, attention, isAway) {
  const times = []
  const rhythm = rhythmOf(attention, false)
  let failures = 0
  for (let at = random() * rhythm.poll; at < HOUR;) {
    const failing = isAway(at) ? { kind: 'offline', cause: 'unreachable' } : null
    failures = failing ? failures + 1 : 0
    times.push({ at, requests: failing ? FAILED_PASS : PASS })
    at += waitOf(rhythm, failing, failures, random()).ms
  }
  return times
}

/** Requests in each second of the hour. */
function seconds(pace, attention, isAway) {
  const random = seeded(7)
  const counts = new Float64Array(HOUR / 1000)
  for (let desk = 0; desk < DESKS; desk += 1) {
    for (const { at, requests } of passesOf(pace, random, attention, isAway)) counts[Math.floor(at / 1000)] += requests
  }
  return counts
}

const mean = (counts) => counts.reduce((sum, count) => sum + count, 0) / counts.length
/** The 99th percentile that desks give which know nothing of each other: passes come as they like, each with all its requests at once. */
const byChance = (usual) => usual + 2.33 * Math.sqrt(usual * PASS)

const quantile = (counts, share) => counts.toSorted()[Math.min(counts.length - 1, Math.floor(share * counts.length))]

export const measurement = {
  about: `Requests a second that a server sees of ${DESKS} desks with ${CLINICS} clinics each, over an hour of virtual time, with the program's own rules.`,
  async measure() {
    const pace = await rules()
    const calm = ['active', 'idle'].map((attention) => {
      const counts = seconds(pace, attention, () => false).subarray(120)
      const [usual, most] = [mean(counts), quantile(counts, 0.99)]
      return {
        ...aimed({ ratio: most / byChance(usual), most: AIM.chance }, { desks: `${attention}: p99 to what chance alone gives` }),
        'mean a second': usual, p99: most, peak: Math.max(...counts), 'p99 by chance': byChance(usual),
      }
    })
    const counts = seconds(pace, 'active', (at) => at >= OUTAGE.from && at < OUTAGE.to)
    const during = counts.subarray(OUTAGE.from / 1000 + 60, OUTAGE.to / 1000)
    const after = counts.subarray(OUTAGE.to / 1000, OUTAGE.to / 1000 + 600)
    const usual = mean(counts.subarray(120, OUTAGE.from / 1000))
    const peak = Math.max(...after)
    const row = { 'mean a second': mean(during), p99: quantile(during, 0.99), peak: Math.max(...during) }
    return {
      rows: [
        ...calm,
        { ratio: '', aim: '', met: '', desks: 'active, while the server is away for 10 min', ...row },
        {
          ...aimed({ ratio: peak / usual, most: AIM.after }, { desks: 'active, in the 10 min after: peak to usual mean' }),
          'mean a second': mean(after), p99: quantile(after, 0.99), peak,
        },
      ],
    }
  },
}
