import { numberOfDay, type Day } from '@shared/domain/time'
import type { JobOrder } from '@shared/domain/job'

/** So many slots of five minutes for a clinic, on days of 200 of them each from this one on, by a job of its own. */
export function jobOf(count: number, { clinicId = 1, from = '2026-12-01' }: { clinicId?: number, from?: Day } = {}): JobOrder {
  const places = Array.from({ length: count }, (_, place) => place)
  const starts = places.map((place) => 14_400 + (place % 200) * 300)
  return {
    id: crypto.randomUUID(), title: `${count} slots`,
    slots: {
      clinicIds: places.map(() => clinicId), days: places.map((place) => numberOfDay(from) + Math.floor(place / 200)),
      starts, ends: starts.map((start) => start + 300),
    },
  }
}
