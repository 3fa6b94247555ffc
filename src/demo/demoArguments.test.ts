import { describe, expect, it } from 'vitest'
import { parseDemoArguments, usage } from './demoArguments'

describe('the demo server\'s arguments', () => {
  it('may all be left out', () => {
    expect(parseDemoArguments([])).toEqual({ port: 0, options: { rotate: false, uniqueSlots: false } })
  })

  it('set every option that the usage names', () => {
    const line = '--size large --port 8123 --seed 4 --today 2026-11-30 --paginate 50 --rotate --access-seconds 30 --refresh-seconds 90 '
      + '--throttle 30/min --unique-slots --protected-status 409'
    expect(parseDemoArguments(line.split(' '))).toEqual({
      port: 8123,
      options: {
        size: 'large', seed: 4, today: '2026-11-30', paginate: 50, rotate: true, accessSeconds: 30, refreshSeconds: 90,
        throttle: { requests: 30, seconds: 60 }, uniqueSlots: true, protectedStatus: 409,
      },
    })
    expect(usage.match(/--[a-z-]+/g)!.filter((name) => !line.includes(name))).toEqual([])
  })

  it.each([
    ['--size huge', '--size must be small, medium, large, not "huge".'],
    ['--port 70000', '--port must be a whole number from 0 to 65535, not "70000".'],
    ['--port=-1', '--port must be a whole number from 0 to 65535, not "-1".'],
    ['--paginate 0', '--paginate must be a whole number from 1 to 100000, not "0".'],
    ['--today 2026-02-30', '--today must be a day like 2026-11-30, not "2026-02-30".'],
    ['--throttle 1/year', '--throttle must be a rate like 30/min, not "1/year".'],
    ['--protected-status 418', '--protected-status must be 400, 409 or 500, not "418".'],
  ])('that make no sense are said to: %s', (line, wrong) => {
    expect(parseDemoArguments(line.split(' '))).toEqual({ wrong })
  })

  it('that nobody knows are refused by name', () => {
    expect(parseDemoArguments(['--sise', 'small'])).toMatchObject({ wrong: expect.stringContaining("'--sise'") as string })
  })
})
