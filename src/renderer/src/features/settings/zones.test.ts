import { expect, it } from 'vitest'
import { settingsSchema } from '@shared/domain/settings'
import * as v from 'valibot'
import { COMPUTER, zoneOptions } from './zones'

const zones = zoneOptions('This computer', 'US/Pacific').map(({ value }) => value)

it('begins with the computer’s own zone and has each zone once, under its present name', () => {
  expect(zones[0]).toBe(COMPUTER)
  expect(new Set(zones).size).toBe(zones.length)
  expect(zones).toEqual(expect.arrayContaining(['Asia/Kolkata', 'Asia/Kathmandu', 'Europe/Kyiv', 'UTC']))
  expect(zones).not.toContain('Asia/Calcutta')
})

it('keeps the chosen zone although the list has it under another name', () => {
  expect(zones).toContain('US/Pacific')
})

it('offers nothing that the settings refuse', () => {
  for (const zone of zones.slice(1)) expect(v.is(settingsSchema.entries.zone, zone), zone).toBe(true)
})
