import { vi } from 'vitest'
import { insert } from '@demo/hospital'
import type { ComposedDesk } from './composedDesk'

/** Call requests that come in at a composed desk's clinic. */
export interface Arrivals {
  /** Puts requests into the clinic for its first doctor, or another, without the desk knowing yet. */
  put: (count: number, doctor?: number) => number[]
  /** Lets the desk fetch the list, and waits until it has taken it in. */
  poll: () => Promise<void>
  doctors: () => { id: number, name: string }[]
}

export function arrivalsAt(desk: ComposedDesk): Arrivals {
  const doctors = () => [...desk.clinic.hospital.staff.rows.values()].filter(({ isDoctor }) => isDoctor)
  return {
    doctors,
    put: (count, doctor = 0) => Array.from({ length: count }, () =>
      insert(desk.clinic.hospital.callRequests, { day: '2026-11-23', doctorId: doctors()[doctor]!.id }).id),
    async poll() {
      await desk.ask('sync:now')
      await vi.waitFor(async () => {
        const { stamp } = await desk.ask('callRequests:list')
        if (stamp.loading || stamp.fetchedAt === null) throw new Error('still loading')
      })
      // What the list brings is taken in behind it, in turn: an answer to this comes after.
      await desk.ask('triage:read')
      await new Promise((resolve) => { setTimeout(resolve, 5) })
    },
  }
}
