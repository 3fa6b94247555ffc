// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { h, nextTick } from 'vue'
import UiTable from './UiTable.vue'

const columns = [{ key: 'name', label: 'Name', width: '1fr', sortable: true }, { key: 'staff', label: 'Staff', width: '4rem', numeric: true }]
let table: VueWrapper
afterEach(() => { table.unmount() })
// The document of these tests has no layout; the table needs a height to know what is in sight.
beforeEach(() => { vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(360) })

async function open(count: number, props: Record<string, unknown> = {}) {
  table = mount(UiTable, {
    attachTo: document.body,
    props: { label: 'Wards', columns, count, rowId: (index: number) => index + 1, actionsLabel: 'Actions', ...props },
    slots: {
      cell: ({ index, column }: { index: number, column: string }) => `${column} ${index}`,
      actions: ({ index }: { index: number }) => [h('button', `Edit ${index}`), h('button', `Delete ${index}`)],
    },
  })
  await settled()
}
const settled = async () => { for (let turn = 0; turn < 3; turn++) await nextTick() }
const rows = () => table.findAll('[data-index]')
const press = async (key: string) => {
  document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  await settled()
}
const focusOn = async (text: string) => {
  table.findAll<HTMLElement>('button').find((each) => each.text() === text)!.element.focus()
  await settled()
}

it('keeps 80,000 rows out of the document but those in sight, and says how many there are', async () => {
  await open(80_000)
  expect(table.get('[role=table]').attributes()).toMatchObject({ 'aria-label': 'Wards', 'aria-rowcount': '80001', 'aria-colcount': '3' })
  expect(rows().length).toBeGreaterThan(9)
  expect(rows().length).toBeLessThan(60)
  expect(rows()[0]!.attributes('aria-rowindex')).toBe('2')
  expect(rows()[0]!.get('[role=rowheader]').text()).toBe('name 0')
})

it('tells the order and asks for another', async () => {
  await open(3, { sort: { column: 'name', descending: false } })
  const [name, staff] = table.findAll('[role=columnheader]')
  expect([name!.attributes('aria-sort'), staff!.attributes('aria-sort')]).toEqual(['ascending', undefined])
  await name!.get('button').trigger('click')
  expect(table.emitted('update:sort')).toEqual([[{ column: 'name', descending: true }]])
})

it('leads by the keyboard to the same control of other rows, in sight or not', async () => {
  await open(1000)
  await focusOn('Delete 0')
  await press('ArrowDown')
  expect(document.activeElement!.textContent).toBe('Delete 1')
  await press('End')
  expect(document.activeElement!.textContent).toBe('Delete 999')
  await press('Home')
  expect(document.activeElement!.textContent).toBe('Delete 0')
})

it('picks a row by a click beside its controls', async () => {
  await open(3)
  await rows()[1]!.get('[role=cell]').trigger('click')
  await rows()[2]!.get('button').trigger('click')
  expect(table.emitted('pick')).toEqual([[1]])
})

it('puts the focus on the last row when the one asked for is gone', async () => {
  await open(2)
  await (table.vm as unknown as { focusRow: (index: number) => Promise<void> }).focusRow(7)
  expect(document.activeElement!.textContent).toBe('Edit 1')
  await table.setProps({ count: 0 })
  await (table.vm as unknown as { focusRow: (index: number) => Promise<void> }).focusRow(0)
  expect(rows()).toEqual([])
})
