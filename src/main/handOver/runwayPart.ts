import type { Writing } from '@main/sheets/words'
import type { HandOverPart } from '@shared/domain/handOver'
import { urgencyOf, type Runway } from '@shared/domain/runway'
import { cut } from './cut'
import type { Names } from './names'
import { oneWord } from './oneWord'

/** Clinics that are published for fewer days than the settings ask for, the shortest first. */
export function runwayPart({ clinics }: Runway, alarmDays: number, names: Names, writing: Writing): HandOverPart {
  const { texts: { handOver, runway }, say, shortDay } = writing.tongue
  const short = clinics.filter((clinic) => ['ended', 'short'].includes(urgencyOf(clinic, alarmDays)))
  const unknown = clinics.filter(({ stamp }) => stamp.fetchedAt === null).length
  return {
    name: 'runway', title: handOver.parts.runway,
    age: unknown > 0 ? say(handOver.unknownClinics, { n: unknown }, unknown) : '',
    columns: [handOver.columns.clinic, handOver.columns.ahead, handOver.columns.lastSlot],
    ...cut(short.map(({ clinicId, lasts, last }) => [
      names.clinic(clinicId),
      last === null ? runway.nothing : say(runway.alarmAt, { n: lasts }, lasts),
      last === null ? '' : oneWord(shortDay(last)),
    ])),
    none: clinics.length === 0 || unknown === clinics.length ? handOver.unknown : say(handOver.none.runway, { n: alarmDays }, alarmDays),
  }
}
