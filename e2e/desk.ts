import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Locator, type Page } from 'playwright-core'
import { unpackDay } from '@shared/domain/packedDay'
import type { BoardDay, DayQuery } from '@shared/domain/slot'
import type { Bridge, Call, In, Out } from '@shared/ipc/contract'
import { closeAllClinics } from './clinic'

export interface Desk {
  app: ElectronApplication
  page: Page
  /** The profile folder; kept between `openDesk` calls when given to the next one. */
  profile: string
  /** Everything that the processes wrote to stdout and stderr. */
  output: () => string
  close: () => Promise<void>
}

interface Options {
  profile?: string
  env?: Record<string, string>
  /** The desktop's key ring; without it the session lives in memory only. */
  keyRing?: boolean
  args?: string[]
  /** What is started instead of Electron, with its arguments. */
  executable?: string
}

/** Who signs in, and at which server. */
interface Credentials { server: string, email: string, password: string }

const repository = path.resolve(import.meta.dirname, '..')
const running = new Set<Desk>()

/** How the built app is started: the Electron that the bootstrap found, its arguments and its environment. */
export function launchOf({ profile, env = {}, keyRing = true, args = [], executable = required('CLINIC_ELECTRON') }: Options & { profile: string }) {
  const noSandbox = process.env['CLINIC_E2E_NO_SANDBOX'] === '1'
  return {
    executablePath: executable,
    chromiumSandbox: !noSandbox,
    args: [
      repository, `--user-data-dir=${profile}`, `--password-store=${keyRing ? 'gnome-libsecret' : 'basic'}`,
      '--disable-gpu', '--force-prefers-reduced-motion', ...(noSandbox ? ['--no-sandbox'] : []), ...args,
    ],
    env: { ...environment(), ...env },
  }
}

/** Starts the built app and waits for its first window. */
export async function openDesk({ profile = newProfile(), ...options }: Options = {}): Promise<Desk> {
  const chunks: string[] = []
  const app = await _electron.launch(launchOf({ profile, ...options }))
  for (const stream of [app.process().stdout, app.process().stderr]) stream?.on('data', (chunk: Buffer) => chunks.push(chunk.toString()))
  const page = await app.firstWindow()
  page.setDefaultTimeout(30_000)
  const desk: Desk = {
    app, page, profile,
    output: () => chunks.join(''),
    close: async () => {
      running.delete(desk)
      await app.close()
    },
  }
  running.add(desk)
  return desk
}

/** Closes what a failed test left open. */
export async function closeAllDesks(): Promise<void> {
  await Promise.all([...running].map((desk) => desk.close()))
}

/** Closes every desk that is open, and then every clinic. */
export async function closeAll(): Promise<void> {
  await closeAllDesks()
  await closeAllClinics()
}

/** Ends it as a power cut would. */
export async function kill(desk: Desk): Promise<void> {
  running.delete(desk)
  const gone = desk.app.waitForEvent('close')
  desk.app.process().kill('SIGKILL')
  await gone
}

/** Asks the main process as the page does, from within the page. Throws what was answered instead of a value. */
export async function ask<C extends Call>(page: Page, call: C, ...input: In<C> extends void ? [] : [In<C>]): Promise<Out<C>> {
  const reply = await page.evaluate(
    ([name, given]) => (window as unknown as { desk: Bridge }).desk.invoke(name, given),
    [call, input[0]] as const,
  )
  if (!reply.ok) throw new Error(`${call}: ${JSON.stringify(reply.error)}`)
  return reply.value as Out<C>
}

/** Puts a day of these clinics on the board, as the page does. */
export const askDay = async (page: Page, query: DayQuery): Promise<BoardDay> => unpackDay(await ask(page, 'slots:day', query))

/** A new empty profile folder. */
export const newProfile = (): string => mkdtempSync(path.join(tmpdir(), 'clinic-desk-'))

export const removeProfile = (profile: string): void => {
  rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 })
}

/** Types the credentials and signs in; leaves the page on whatever comes next. */
export async function signIn(page: Page, { server, email, password }: Credentials): Promise<void> {
  await page.getByRole('textbox', { name: 'Server address' }).fill(server)
  await page.getByRole('textbox', { name: 'Email' }).fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** How many slots the board shows, as `data-value`: it is there once all that it waits for have come. */
export const slotsShown = (page: Page): Locator => page.locator('[data-count="slots"][data-value]')

/** Signs in and waits until the board shows its slots. */
export async function signInToBoard(page: Page, credentials: Credentials): Promise<void> {
  await signIn(page, credentials)
  await slotsShown(page).waitFor()
}

/** A desk that is signed in to the clinic and stands at the board, which shows its slots. */
export async function openDeskAtBoard(clinic: Credentials, options?: Options): Promise<Desk> {
  const desk = await openDesk(options)
  await signInToBoard(desk.page, clinic)
  return desk
}

/** A desk that is signed in to the clinic and stands at the place that this link leads to. */
export async function openDeskAt(place: string, clinic: Credentials, options?: Options): Promise<Desk> {
  const desk = await openDesk(options)
  await signIn(desk.page, clinic)
  await desk.page.getByRole('link', { name: place }).click()
  return desk
}

function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set; run the suite by npm test`)
  return value
}

/** The test's environment without what would steer the app: its own variables, and a desktop session that is not ours. */
const environment = () => Object.fromEntries(
  Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined && !/^CLINIC_(SERVER|DEMO)/.test(entry[0])),
)
