import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Job } from '@shared/domain/job'
import type { PlannedSlots } from '@shared/planner/preview'
import { ask, slotsShown } from '../desk'

/** Starts a job for these slots without holding it back. */
export async function startJob(page: Page, slots: PlannedSlots, title = 'job'): Promise<Job> {
  await slotsShown(page).waitFor()
  await ask(page, 'settings:change', { holdSeconds: 0 })
  return ask(page, 'jobs:start', { id: randomUUID(), title, slots })
}

export const newestJob = async (page: Page): Promise<Job | undefined> => (await ask(page, 'jobs:read'))[0]

/** The newest job once it has ended and what it made was looked at. */
export async function endOfJob(page: Page, timeout = 60_000): Promise<Job> {
  await expect.poll(() => newestJob(page), { timeout, interval: 250 }).toMatchObject({ state: 'finished', verified: {} })
  return (await newestJob(page))!
}
