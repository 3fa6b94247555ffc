import type { DemoClinic } from './clinic'
import { dayNumber, dayText } from './day'
import { insert } from './hospital'
import { between, pick, seededRandom } from './random'

const SECONDS_BETWEEN = [120, 300] as const

/**
 * Lets a new call request arrive every 2 to 5 minutes, for a doctor by chance and a day from today to three days on.
 * Returns what ends it.
 */
export function startCallRequestArrivals({ hospital, today }: Pick<DemoClinic, 'hospital' | 'today'>, seed: number): () => void {
  const random = seededRandom(seed)
  let timer: NodeJS.Timeout
  const arrive = () => {
    const doctors = [...hospital.staff.rows.values()].filter(({ isDoctor }) => isDoctor)
    if (doctors.length > 0) {
      insert(hospital.callRequests, { day: dayText(dayNumber(today()) + between(random, 0, 3)), doctorId: pick(random, doctors).id })
    }
    wait()
  }
  const wait = () => { timer = setTimeout(arrive, between(random, ...SECONDS_BETWEEN) * 1000) }
  wait()
  return () => { clearTimeout(timer) }
}
