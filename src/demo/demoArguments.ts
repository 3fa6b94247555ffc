import { parseArgs } from 'node:util'
import type { DemoOptions } from './clinic'
import { isDay } from './day'
import { parseRate } from './throttle'

/** What the command line asks for, or a sentence that says what is wrong with it. */
export type DemoArguments = { options: DemoOptions, port: number } | { wrong: string }

/** The command line of the demo server, for people. */
export const usage = `Usage: npm run demo-server -- [options]
  --size small|medium|large   how large the hospital is (small)
  --port N                    port on 127.0.0.1 (any free one)
  --seed N                    another hospital of the same size (1)
  --today YYYY-MM-DD          the day around which the data lie (the computer's own)
  --paginate N                lists in pages of N rows
  --rotate                    a refresh gives a new refresh token and ends the old one
  --access-seconds N          lifetime of an access token (300)
  --refresh-seconds N         lifetime of a refresh token (86400)
  --throttle N/min            requests allowed by account (sec, min, hour or day)
  --unique-slots              refuse a slot that exists already
  --protected-status N        400, 409 or 500 when a department or doctor in use is deleted (400)`

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const known = {
  'size': text, 'port': text, 'seed': text, 'today': text, 'paginate': text, 'access-seconds': text, 'refresh-seconds': text,
  'throttle': text, 'protected-status': text, 'rotate': flag, 'unique-slots': flag,
}

/** Reads the arguments after the program's name. */
export function parseDemoArguments(args: readonly string[]): DemoArguments {
  try {
    const { values } = parseArgs({ args: [...args], options: known })
    return { port: whole(values, 'port', 0, 65_535) ?? 0, options: optionsOf(values) }
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) }
  }
}

type Given = Partial<Record<keyof typeof known, string | boolean>>

const optionsOf = (given: Given): DemoOptions => ({
  ...set('size', oneOf(given, 'size', ['small', 'medium', 'large'] as const)),
  ...set('seed', whole(given, 'seed', 0, 2 ** 31)),
  ...set('today', checked(given, 'today', (day) => isDay(day) ? day : undefined, 'a day like 2026-11-30')),
  ...set('paginate', whole(given, 'paginate', 1, 100_000)),
  ...set('accessSeconds', whole(given, 'access-seconds', 1, 2 ** 31)),
  ...set('refreshSeconds', whole(given, 'refresh-seconds', 1, 2 ** 31)),
  ...set('throttle', checked(given, 'throttle', parseRate, 'a rate like 30/min')),
  ...set('protectedStatus', checked(given, 'protected-status', (status) => ([400, 409, 500] as const).find((one) => String(one) === status), '400, 409 or 500')),
  rotate: given.rotate === true,
  uniqueSlots: given['unique-slots'] === true,
})

const set = <K extends keyof DemoOptions>(key: K, value: DemoOptions[K] | undefined): Partial<Pick<DemoOptions, K>> =>
  value === undefined ? {} : { [key]: value } as Pick<DemoOptions, K>

function checked<T>(given: Given, name: keyof Given, read: (value: string) => T | undefined, wanted: string): T | undefined {
  const value = given[name]
  if (typeof value !== 'string') return undefined
  const result = read(value)
  if (result === undefined) throw new Error(`--${name} must be ${wanted}, not "${value}".`)
  return result
}

const oneOf = <T extends string>(given: Given, name: keyof Given, choices: readonly T[]) =>
  checked(given, name, (value) => choices.find((choice) => choice === value), choices.join(', '))

const whole = (given: Given, name: keyof Given, low: number, high: number) =>
  checked(given, name, (value) => /^\d+$/.test(value) && Number(value) >= low && Number(value) <= high ? Number(value) : undefined,
    `a whole number from ${low} to ${high}`)
