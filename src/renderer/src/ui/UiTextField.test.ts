// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import UiTextField from './UiTextField.vue'

it('ties label, help and error to the input', async () => {
  const field = mount(UiTextField, { props: { modelValue: '', label: 'Email', help: 'As on the letter.' }, attrs: { autocomplete: 'username' } })
  const input = field.get('input')
  const text = (ids: string | undefined) => ids?.split(' ').map((id) => field.get(`[id="${id}"]`).text())
  expect(field.get('label').attributes('for')).toBe(input.attributes('id'))
  expect(input.attributes('autocomplete')).toBe('username')
  expect(text(input.attributes('aria-describedby'))).toEqual(['As on the letter.'])
  expect(input.attributes('aria-invalid')).toBeUndefined()

  await field.setProps({ error: 'Fill this in.' })
  expect(input.attributes('aria-invalid')).toBe('true')
  expect(text(input.attributes('aria-errormessage'))).toEqual(['Fill this in.'])
  expect(text(input.attributes('aria-describedby'))).toEqual(['Fill this in.', 'As on the letter.'])
})
