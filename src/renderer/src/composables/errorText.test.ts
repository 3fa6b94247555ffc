import { describe, expect, it } from 'vitest'
import en from '@shared/locales/en.json'
import { appErrorSchema, type AppError } from '@shared/errors'
import { errorKey, errorParams } from './errorText'

interface Entry { type: string, literal?: unknown, options?: readonly string[] }

/** One error of every kind, and of every variant of those that have some, made from the schema itself. */
const every = appErrorSchema.options.flatMap(({ entries }) => {
  const picked = Object.entries(entries as Record<string, Entry>).find(([, entry]) => entry.type === 'picklist')
  const variants = picked ? picked[1].options!.map((option) => ({ [picked[0]]: option })) : [{}]
  return variants.map((variant) => ({
    waiting: 3, uncertain: 1, code: 'CERT_DATE_INVALID', fields: { '': ['Too long.'] }, detail: 'In use.', retryAfter: 1.2, status: 503, ref: 'a1', ...variant, kind: entries.kind.literal,
  }) as unknown as AppError)
})

const sentence = (error: AppError) => errorKey(error).split('.').reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], en)

describe('every error', () => {
  it('is among those tried here', () => {
    expect(new Set(every.map(({ kind }) => kind)).size).toBe(appErrorSchema.options.length)
  })

  it.each(every.map((error) => [errorKey(error), error] as const))('has a sentence that says what to do: %s', (_, error) => {
    const text = sentence(error)
    expect(text).toBeTypeOf('string')
    expect((text as string).length).toBeGreaterThan(20)
    expect(text).toMatch(/\.$/)
  })

  it.each(every.map((error) => [errorKey(error), error] as const))('gets every value that its sentence names: %s', (_, error) => {
    const named = [...(sentence(error) as string).matchAll(/\{(\w+)\}/g)].map((match) => match[1])
    expect(Object.keys(errorParams(error))).toEqual(expect.arrayContaining(named))
  })

  it('has a few words for stamps too', () => {
    for (const { kind } of every) expect(en.errorsBrief[kind], kind).toBeTypeOf('string')
  })
})

describe('errorKey', () => {
  it('blames the server for its faults only', () => {
    expect(errorKey({ kind: 'server', status: 502 })).toBe('errors.server.fault')
    expect(errorKey({ kind: 'server', status: 405 })).toBe('errors.server.refused')
  })
})

describe('errorParams', () => {
  it('rounds a pause up, so that nobody asks too early', () => {
    expect(errorParams({ kind: 'throttled', retryAfter: 1.2 })).toEqual({ seconds: 2 })
  })

  it('joins what the server said of all fields', () => {
    expect(errorParams({ kind: 'invalid', fields: { name: ['Too long.', 'Taken.'], '': ['Sorry.'] } })).toEqual({ messages: 'Too long. Taken. Sorry.' })
  })
})
