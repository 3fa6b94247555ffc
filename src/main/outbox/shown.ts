import type { OutboxEntry } from '@shared/domain/outbox'
import type { DayQuery, SlotForm } from '@shared/domain/slot'
import { entryOf, isUnderWay, type Item, type Shelf } from './shelf'

/** Of a job's slots that need a person, the first so many: a list of thousands helps nobody. */
const MOST_OF_A_JOB = 100

/** What is on the list of what is not settled, oldest first. */
export function openEntries({ singles, jobs }: Shelf): OutboxEntry[] {
  const ofJobs = [...jobs.values()].flatMap(({ items, dismissed }) =>
    items.filter((item) => needsPerson(item) && (!dismissed || item.state === 'uncertain')).slice(0, MOST_OF_A_JOB))
  return [...[...singles.values()].filter(isListed), ...ofJobs].map(entryOf)
}

const isListed = (item: Item) => isUnderWay(item) || item.state === 'waiting' || needsPerson(item)
const needsPerson = ({ state, dismissed }: Item) => !dismissed && (state === 'uncertain' || state === 'refused' || state === 'notMade')

/** Slots of a day in these clinics that are not there yet, as far as anybody knows. */
export function daysEntries({ items }: Shelf, { date, clinicIds }: DayQuery): OutboxEntry[] {
  const wanted = new Set(clinicIds)
  const isThere = (item: Item) => {
    const { create } = item
    if (create.kind !== 'slot' || create.form.date !== date || !wanted.has(create.form.clinicId)) return false
    return isUnsettled(item)
  }
  return [...items.values()].filter(isThere).map(entryOf)
}

/** All of them. */
export const unsettledSlots = ({ items }: Shelf): SlotForm[] =>
  [...items.values()].flatMap((item) => item.create.kind === 'slot' && isUnsettled(item) ? [item.create.form] : [])

const isUnsettled = (item: Item) => isUnderWay(item) || item.state === 'waiting' || (item.state === 'uncertain' && !item.dismissed)

/** How much would be lost with the shelf. What is under way is as uncertain as what can not be told. */
export function pendingOn({ items }: Shelf): { waiting: number, uncertain: number } {
  let [waiting, uncertain] = [0, 0]
  for (const item of items.values()) {
    if (item.state === 'waiting') waiting += 1
    if (isUnderWay(item) || (item.state === 'uncertain' && !item.dismissed)) uncertain += 1
  }
  return { waiting, uncertain }
}
