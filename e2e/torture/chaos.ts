import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { between, seededRandom, type Random } from '@demo/random'
import type { Fault } from '../clinic'

/** The longest that this server takes for anything, in milliseconds: well below the last look of a desk that lost an answer. */
const SLOWEST = 3000
/** The longest that it takes while somebody waits. */
const SLOW = 1000

/** One request at the door of a server in a bad mood. */
interface Encounter {
  request: IncomingMessage
  response: ServerResponse
  /** Does the work, and does not tell. */
  carryOut: () => Promise<Response>
  random: Random
}
type Mood = (encounter: Encounter) => Promise<void>

const drop = ({ request }: Encounter) => { request.socket.destroy() }
const say = ({ response }: Encounter, status: number, type: string, body: string, headers: Record<string, string> = {}) => {
  response.writeHead(status, { 'content-type': type, ...headers }).end(body)
}
const fault = (encounter: Encounter) => { say(encounter, 500, 'text/html', '<h1>Server Error (500)</h1>') }
const badGateway = (encounter: Encounter) => { say(encounter, 502, 'text/html', '<html><title>502 Bad Gateway</title></html>') }
const throttle = (encounter: Encounter) => { say(encounter, 429, 'application/json', '{"detail": "Request was throttled."}', { 'retry-after': '1' }) }

async function answer({ response, carryOut }: Encounter): Promise<void> {
  const given = await carryOut()
  response.writeHead(given.status, Object.fromEntries(given.headers)).end(Buffer.from(await given.arrayBuffer()))
}

/** The first half of the answer, announced as the whole of it, or as if the half were all. */
const cut = (announced: boolean): Mood => async ({ request, response, carryOut }) => {
  const given = await carryOut()
  const whole = Buffer.from(await given.arrayBuffer())
  const half = whole.subarray(0, Math.floor(whole.byteLength / 2))
  response.writeHead(given.status, { 'content-type': 'application/json', 'content-length': announced ? whole.byteLength : half.byteLength })
  await new Promise<void>((resolve) => {
    response.once('close', resolve)
    response.write(half, () => { resolve() })
  })
  if (announced) request.socket.destroy()
  else response.end()
}

const dawdle = ({ random }: Encounter, most = SLOW) => sleep(between(random, 0, most))
const after = (mood: (encounter: Encounter) => void): Mood => async (encounter) => {
  await encounter.carryOut()
  mood(encounter)
}
const before = (mood: (encounter: Encounter) => void): Mood => async (encounter) => { mood(encounter) }

/** How creates are treated, each with its weight. Of a hundred about half are answered as they should be. */
const createMoods = {
  well: [48, answer],
  droppedBefore: [8, before(drop)],
  droppedAfter: [12, after(drop)],
  droppedMeanwhile: [5, async (encounter) => {
    drop(encounter)
    await dawdle(encounter, SLOWEST)
    await encounter.carryOut()
  }],
  slowWork: [3, async (encounter) => {
    await dawdle(encounter)
    await answer(encounter)
  }],
  slowAnswer: [3, async (encounter) => {
    const given = encounter.carryOut()
    await dawdle(encounter)
    await answer({ ...encounter, carryOut: () => given })
  }],
  truncated: [4, cut(true)],
  halfAnswer: [2, cut(false)],
  faultBefore: [3, before(fault)],
  faultAfter: [4, after(fault)],
  badGatewayBefore: [2, before(badGateway)],
  badGatewayAfter: [2, after(badGateway)],
  throttled: [4, before(throttle)],
} as const satisfies Record<string, readonly [number, Mood]>

/** How creates are treated by a server that makes nothing more for now. */
const idleMoods = {
  droppedBefore: [3, before(drop)],
  faultBefore: [2, before(fault)],
  badGatewayBefore: [2, before(badGateway)],
  throttled: [3, before(throttle)],
  silent: [2, async (encounter) => {
    await dawdle(encounter)
    drop(encounter)
  }],
} as const satisfies Record<string, readonly [number, Mood]>

/** How everything else is treated. A list that is cut off must never be taken for a short one. */
const otherMoods = {
  well: [84, answer],
  dropped: [4, before(drop)],
  truncated: [3, cut(true)],
  halfAnswer: [2, cut(false)],
  fault: [3, before(fault)],
  badGateway: [2, before(badGateway)],
  throttled: [2, before(throttle)],
} as const satisfies Record<string, readonly [number, Mood]>

function moodOf(moods: Record<string, readonly [number, Mood]>, random: Random): Mood {
  const all = Object.values(moods)
  let left = random() * all.reduce((sum, [weight]) => sum + weight, 0)
  return (all.find(([weight]) => (left -= weight) < 0) ?? all[0]!)[1]
}

export interface Chaos {
  fault: Fault
  /** Creates that arrived, those that the server carried out, and those of them whose answer did not go out whole. */
  tally: { arrived: number, committed: number, lost: number }
  /** Creates of which a desk is waiting for the answer now. */
  underWay: () => number
  /** Called at each create that arrives; replace it. */
  onCreate: () => void
  /** Lets so many more creates be made; what comes then fails before anything is made, until this is called again. */
  allow: (creates: number) => void
  /** From now on everything is answered well and at once. */
  calm: () => void
}

interface Options {
  seed: number
  /** The most milliseconds that a create that is answered well takes. */
  pace: number
  isReused: (request: IncomingMessage) => boolean
}

/** A server that does to creates of slots, and less so to everything but signing in, what networks and servers do to them. */
export function chaos({ seed, pace, isReused }: Options): Chaos {
  const random = seededRandom(seed)
  const open = new Set<ServerResponse>()
  const tally = { arrived: 0, committed: 0, lost: 0 }
  let isCalm = false
  let allowed = Infinity

  function moodFor(request: IncomingMessage): Mood {
    if (isCalm) return answer
    if (allowed <= 0) return moodOf(idleMoods, random)
    return isReused(request) ? createMoods.droppedAfter[1] : moodOf(createMoods, random)
  }

  async function create(request: IncomingMessage, response: ServerResponse, carryOut: () => Promise<Response>) {
    tally.arrived += 1
    open.add(response)
    // Whoever was killed hears nothing more.
    response.on('error', () => undefined)
    response.once('close', () => open.delete(response))
    const mood = moodFor(request)
    allowed -= 1
    const told = new Promise<boolean>((resolve) => { response.once('close', () => { resolve(response.writableFinished) }) })
    let isCommitted = false
    const half = isCalm ? 0 : between(random, pace / 5, pace) / 2
    self.onCreate()
    await sleep(half)
    await mood({ request, response, random, carryOut: async () => {
      const given = await carryOut()
      isCommitted = given.status === 201
      if (isCommitted) tally.committed += 1
      await sleep(half)
      return given
    } })
    const isHonest = mood === answer || mood === createMoods.slowWork[1] || mood === createMoods.slowAnswer[1]
    if (isCommitted && !(await told && isHonest)) tally.lost += 1
  }

  const self: Chaos = {
    tally,
    onCreate: () => undefined,
    underWay: () => open.size,
    allow: (creates) => { allowed = creates },
    calm: () => { isCalm = true },
    async fault(request, response, next) {
      const { url = '' } = request
      const { carryOut } = next
      if (request.method === 'POST' && url.includes('/create-appointment-slot/')) await create(request, response, carryOut)
      else if (isCalm || url.endsWith('/api/token/')) await next()
      else await moodOf(otherMoods, random)({ request, response, carryOut, random })
    },
  }
  return self
}
