import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findingsInEveryTheme } from './axe'
import { openClinic, type Clinic } from './clinic'
import { closeAll, openDesk, type Desk } from './desk'
import { dialogNames, elsewhere, routeNames, screens } from './everyScreen'

let clinic: Clinic
let desk: Desk

beforeAll(async () => {
  clinic = await openClinic()
  desk = await openDesk()
})
afterAll(closeAll)

it('walks every route and every dialog that there is', () => {
  const shown = new Set([...screens.map(({ shows }) => shows), ...Object.keys(elsewhere)])
  const there = [...routeNames(), ...dialogNames()]
  expect(there.filter((name) => !shown.has(name))).toEqual([])
  expect([...shown].filter((name) => name !== 'SignInView' && !there.includes(name))).toEqual([])
})

describe.each(screens)('axe on $name', ({ open }) => {
  it('finds nothing in any theme', async () => {
    await open(desk, clinic)
    expect(await findingsInEveryTheme(desk.page)).toEqual([])
  })
})
