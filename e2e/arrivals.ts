import { vi } from 'vitest'
import { insert } from '@demo/hospital'
import type { Clinic } from './clinic'
import { signIn, type Desk } from './desk'

/** Puts call requests into the clinic for one of its doctors, and answers with their ids. */
export const put = ({ hospital }: Clinic, count: number, doctor = 0): number[] => Array.from({ length: count }, () =>
  insert(hospital.callRequests, { day: '2026-11-26', doctorId: doctorsOf({ hospital })[doctor]!.id }).id)

export const doctorsOf = ({ hospital }: Pick<Clinic, 'hospital'>) => [...hospital.staff.rows.values()].filter(({ isDoctor }) => isDoctor)

/** Waits until the desk has taken in everything that the clinic has. */
export async function upToDate({ page }: Desk, { hospital }: Clinic): Promise<void> {
  await page.locator(`[data-count="callRequests"][data-value="${hospital.callRequests.rows.size}"]`).waitFor()
}

/** Lets the desk ask at once. */
export async function sync(desk: Desk, clinic: Clinic): Promise<void> {
  await desk.page.getByRole('button', { name: 'Sync now' }).click()
  await upToDate(desk, clinic)
}

/** Signs in and waits for the first list, which is taken as seen. */
export async function begin(desk: Desk, clinic: Clinic): Promise<void> {
  await signIn(desk.page, clinic)
  await upToDate(desk, clinic)
  // Nothing is to be told of the first list: only what the triage says afterwards shows that it was taken in.
  await vi.waitFor(async () => { if (await since(desk) === null) throw new Error('not taken in') }, 30_000)
}

/** When this desk first looked, as its triage says. */
const since = ({ page }: Desk) => page.evaluate(async () => {
  const { desk } = window as unknown as { desk: { invoke: (call: string) => Promise<{ value: { since: number | null } }> } }
  return (await desk.invoke('triage:read')).value.since
})

/** Ends the program without a word, as a power cut does. */
export async function kill({ app }: Desk): Promise<void> {
  const child = app.process()
  const ended = new Promise((resolve) => { child.once('exit', resolve) })
  child.kill('SIGKILL')
  await ended
}
