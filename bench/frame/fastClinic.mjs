// A clinic server as fast as Node can be one, in a process of its own: what it takes away from a measurement is next to nothing.
// Started by openServer; takes the options of openServer as JSON and tells its parent where it listens.
import { createServer } from 'node:http'

const { clinics, published, delay, daily, length, step = length, from, daysBack, people } = JSON.parse(process.argv[2])

const now = Date.now()
const dayText = (offset) => new Date(now + offset * 86_400_000).toISOString().slice(0, 10)
/** The API knows no 24:00: a day ends a minute before. */
const clock = (minutes) => minutes >= 1440 ? '23:59:00' : `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`
const row = (id, { date, start_time: start, end_time: end, clinic }) =>
  `{"id":${id},"date":"${date}","start_time":"${start}","end_time":"${end}","clinic":${clinic}}`
const token = (claims) => ['{"alg":"none"}', JSON.stringify(claims), ' '].map((part) => Buffer.from(part).toString('base64url')).join('.')

let nextId = 1
const slots = new Map()
for (let clinic = 1; clinic <= clinics; clinic += 1) {
  slots.set(clinic, Array.from({ length: published }, (_, place) => {
    const start = from + step * (place % daily)
    const slot = { date: dayText(Math.floor(place / daily) - daysBack), start_time: clock(start), end_time: clock(start + length), clinic }
    return row(nextId++, slot)
  }))
}

const seconds = Math.floor(now / 1000)
const tokens = JSON.stringify({
  access: token({ token_type: 'access', iat: seconds, exp: seconds + 864_000 }),
  refresh: token({ token_type: 'refresh', iat: seconds, exp: seconds + 864_000 }),
})
const doctors = Array.from({ length: clinics }, (_, index) =>
  ({ id: index + 1, name: `Dr. Number ${index + 1}`, is_doctor: true, department: 'Cardiology' }))
/** Names that differ as names do: a given name, and a family name of syllables. */
const given = ['Amina', 'Bruno', 'Carmen', 'Devika', 'Elif', 'Farid', 'Grace', 'Hiroshi', 'Ines', 'Jamal', 'Kavya', 'Lena', 'Mateo', 'Nadia', 'Omar', 'Priya']
const syllables = ['an', 'be', 'co', 'da', 'el', 'fi', 'go', 'ha', 'is', 'ja', 'ko', 'lu', 'mi', 'no', 'or', 'pe', 'qu', 'ra', 'si', 'ta']
const family = (number) => [number % 20, Math.floor(number / 20) % 20, Math.floor(number / 400) % 20, number * 7 % 20].map((place) => syllables[place]).join('')
const others = Array.from({ length: people }, (_, index) =>
  ({ id: clinics + index + 1, name: `${given[index % 16]} ${family(index)}`, is_doctor: false, department: 'Cardiology' }))
const staff = JSON.stringify([...doctors, ...others])

const callRequests = []
const arrive = (count) => {
  for (let left = count; left > 0; left -= 1) {
    callRequests.push(`{"id":${nextId++},"request_date":"${dayText(0)}","doctor":{"id":1,"name":"Dr. Number 1"}}`)
  }
}

const lists = (url) => {
  if (url.pathname.endsWith('/hospitalstaff/')) return staff
  if (url.pathname.endsWith('/hospital-call-requests/')) return `[${callRequests.join(',')}]`
  if (url.pathname.endsWith('/hospitalstaffdepartment/')) return '[{"id":1,"name":"Cardiology"}]'
  if (url.pathname.endsWith('/clinic-appointment-slots/')) return `[${slots.get(Number(url.searchParams.get('clinic_id')))?.join(',') ?? ''}]`
  const doctor = /\/doctor-clinics\/(\d+)\/$/.exec(url.pathname)?.[1]
  return doctor ? JSON.stringify([{ id: Number(doctor), name: `Clinic ${doctor}`, address: `${doctor} Main Street` }]) : '[]'
}

/**
 * What happened since the last question: creates, the most connections at once that had carried one, how many
 * milliseconds they took together, and the instant of the last answer.
 */
let seen
const carriers = new Set()
const forget = () => { seen = { creates: 0, connections: 0, busy: 0, lastAt: 0 } }
const instant = () => performance.timeOrigin + performance.now()
forget()

/** `isFirst` is no field of the API's: the slot then takes the place of the first of the clinic's list instead of coming last. */
const take = ({ isFirst, ...slot }) => {
  if (!slots.has(slot.clinic)) slots.set(slot.clinic, [])
  const list = slots.get(slot.clinic)
  const text = row(isFirst ? JSON.parse(list[0]).id : nextId++, slot)
  if (isFirst) list[0] = text
  else list.push(text)
  return text
}

const note = (socket) => {
  if (!carriers.has(socket)) socket.once('close', () => carriers.delete(socket))
  carriers.add(socket)
  seen.connections = Math.max(seen.connections, carriers.size)
}

const create = (body, response) => {
  const arrived = instant()
  note(response.socket)
  const answer = () => {
    response.writeHead(201, { 'content-type': 'application/json' }).end(take(JSON.parse(body)))
    seen.creates += 1
    seen.lastAt = instant()
    seen.busy += seen.lastAt - arrived
  }
  if (delay > 0) setTimeout(answer, delay)
  else answer()
}

const server = createServer((request, response) => {
  const chunks = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', () => {
    const url = new URL(request.url, 'http://localhost')
    if (request.method === 'POST' && url.pathname.endsWith('/create-appointment-slot/')) return create(Buffer.concat(chunks).toString(), response)
    response.writeHead(200, { 'content-type': 'application/json' }).end(request.method === 'POST' ? tokens : lists(url))
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => { process.send({ kind: 'listening', url: `http://127.0.0.1:${server.address().port}` }) })
process.on('message', ({ arriving }) => {
  if (arriving) return arrive(arriving)
  process.send({ kind: 'seen', ...seen })
  forget()
})
process.on('disconnect', () => { process.exit(0) })
