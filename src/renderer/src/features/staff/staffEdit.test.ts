import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StaffForm } from '@shared/domain/staff'
import { differingFields, mergedForm, saveCall, staffFields } from './staffEdit'

const form = fc.record({ name: fc.constantFrom('Ada', 'Bob', 'Cy'), isDoctor: fc.boolean(), department: fc.constantFrom('ENT', 'Lab') })
const ada: StaffForm = { name: 'Ada', isDoctor: true, department: 'ENT' }

describe('saveCall', () => {
  it.each<[Partial<StaffForm>, string | undefined]>([
    [{}, undefined],
    [{ name: 'Bob' }, 'staff:change'],
    [{ name: 'Bob', isDoctor: false }, 'staff:change'],
    [{ name: 'Bob', isDoctor: false, department: 'Lab' }, 'staff:replace'],
  ])('sends %j by %s', (changes, call) => {
    expect(saveCall(ada, { ...ada, ...changes })).toBe(call)
  })
})

describe('mergedForm', () => {
  it('keeps what I changed, and takes theirs where I changed nothing', () => {
    fc.assert(fc.property(form, form, form, (base, theirs, mine) => {
      const merged = mergedForm(base, { theirs: { id: 1, ...theirs }, mine })
      const changed = differingFields(base, mine)
      for (const field of staffFields) expect(merged[field]).toBe((changed.includes(field) ? mine : theirs)[field])
    }))
  })
})
