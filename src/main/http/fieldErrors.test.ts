import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldErrors } from './fieldErrors'

describe('fieldErrors', () => {
  it.each<[unknown, Record<string, string[]>]>([
    [{ name: ['Too long.', 'Not allowed.'], department: ['Unknown.'] }, { name: ['Too long.', 'Not allowed.'], department: ['Unknown.'] }],
    [{ name: 'One sentence.' }, { name: ['One sentence.'] }],
    [{ non_field_errors: ['The end is before the start.'] }, { '': ['The end is before the start.'] }],
    [{ detail: 'JSON parse error' }, { '': ['JSON parse error'] }],
    [{ detail: 'Refused.', code: 'invalid' }, { '': ['Refused.'] }],
    [{ code: ['This field is required.'] }, { code: ['This field is required.'] }],
    [{ detail: 'First.', non_field_errors: ['Second.'] }, { '': ['First.', 'Second.'] }],
    [['A bare list.', 'Of two.'], { '': ['A bare list.', 'Of two.'] }],
    ['A bare string.', { '': ['A bare string.'] }],
    [{ doctor: { name: ['Unknown.'], non_field_errors: ['No.'] } }, { 'doctor.name': ['Unknown.'], doctor: ['No.'] }],
    [{ slots: [{}, { start_time: ['Wrong.'] }] }, { 'slots.1.start_time': ['Wrong.'] }],
    [[{}, { name: ['Wrong.'] }], { '1.name': ['Wrong.'] }],
    [{ name: [{ message: 'Taken.', code: 'unique' }] }, { name: ['Taken.'] }],
    [{ name: [''], department: ['   '] }, {}],
    [{ limit: 5, isDoctor: true, other: null }, { limit: ['5'] }],
    [undefined, {}], [null, {}], [{}, {}], [[], {}],
  ])('reads %j as %j', (said, expected) => { expect(fieldErrors(said)).toEqual(expected) })

  it('keeps what fits on a screen', () => {
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`field${at}`, Array.from({ length: 40 }, () => 'x'.repeat(5000))]))
    const read = fieldErrors(many)
    expect(Object.keys(read)).toHaveLength(50)
    expect(read['field0']).toHaveLength(20)
    expect(read['field0']![0]).toHaveLength(500)
  })

  it('survives a body of any depth', () => {
    const deep = JSON.parse('{"a":'.repeat(50_000) + '["end"]' + '}'.repeat(50_000)) as unknown
    expect(fieldErrors(deep)).toEqual({})
  })

  it('never touches a prototype and always gives lists of texts', () => {
    expect(fieldErrors(JSON.parse('{"__proto__": ["evil"], "constructor": ["fine"]}'))).toEqual({ constructor: ['fine'] })
    fc.assert(fc.property(fc.jsonValue(), (said) => {
      for (const messages of Object.values(fieldErrors(said))) {
        expect(messages.length).toBeGreaterThan(0)
        for (const message of messages) expect(typeof message).toBe('string')
      }
    }))
  })
})
