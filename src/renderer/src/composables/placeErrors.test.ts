import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AppError } from '@shared/errors'
import { placeErrors } from './placeErrors'

const sentence = (error: AppError) => error.kind === 'invalid' ? Object.values(error.fields).flat().join(' ') : error.kind
const place = (error: AppError) =>
  placeErrors(error, { fields: ['name', 'isDoctor'], serverFields: { is_doctor: 'isDoctor' }, fieldOf: ({ kind }) => kind === 'badAddress' ? 'name' : undefined, sentence })
const invalid = (fields: Record<string, string[]>): AppError => ({ kind: 'invalid', fields })

describe('the words of a failed attempt', () => {
  it('stand beside the field that the server names, by the form’s name for it', () => {
    expect(place(invalid({ name: ['Too long.', 'Odd.'], is_doctor: ['Must be a boolean.'] })))
      .toEqual({ fields: { name: 'Too long. Odd.', isDoctor: 'Must be a boolean.' }, top: undefined })
  })

  it('stand on top when they are about the whole', () => {
    expect(place(invalid({ '': ['Nothing fits.'] }))).toEqual({ fields: {}, top: 'Nothing fits.' })
    expect(place({ kind: 'timeout' })).toEqual({ fields: {}, top: 'timeout' })
  })

  it('stand on top with the name of a field that the form does not have', () => {
    expect(place(invalid({ name: ['Odd.'], constructor: ['Not known.'] })))
      .toEqual({ fields: { name: 'Odd.' }, top: 'constructor: Not known.' })
  })

  it('stand beside the field that another kind of error is about', () => {
    expect(place({ kind: 'badAddress', reason: 'empty' })).toEqual({ fields: { name: 'badAddress' }, top: undefined })
  })

  it('are never lost, whatever the server calls its fields', () => {
    const messages = fc.array(fc.string({ minLength: 1 }), { minLength: 1 })
    fc.assert(fc.property(fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('name', 'is_doctor', '')), messages), (fields) => {
      const { fields: placed, top } = place(invalid(fields))
      const words = [...Object.values(placed), top ?? ''].join('\n')
      for (const message of Object.values(fields).flat()) expect(words).toContain(message)
    }))
  })

  it('are never nothing', () => {
    expect(placeErrors(invalid({}), { fields: ['name'], sentence: () => 'refused' })).toEqual({ fields: {}, top: 'refused' })
  })
})
