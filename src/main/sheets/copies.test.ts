import { afterAll, beforeAll, expect, it } from 'vitest'
import { composedDesk, type ComposedDesk } from '@main/testing/composedDesk'
import { directoryRead } from '@main/testing/directoryRead'
import { unpackDay } from '@shared/domain/packedDay'
import type { SheetOrder } from '@shared/domain/sheet'
import { tableHtml } from './tableHtml'

let desk: ComposedDesk
let order: SheetOrder
beforeAll(async () => {
  desk = await composedDesk({ size: 'small', today: '2026-11-23' })
  const [clinic] = (await directoryRead(desk)).clinics
  order = { span: 'week', date: '2026-11-23', of: { kind: 'clinics', clinicIds: [clinic!.id] }, large: false }
})
afterAll(() => desk.close())

it('a calendar file has an event for each slot of the week', async () => {
  expect(await desk.ask('sheets:saveIcs', order)).toBe(true)
  const text = desk.handedOut.texts.at(-1)!
  expect(text).toMatch(/^week-2026-11-23\.ics\nBEGIN:VCALENDAR\r\n/)
  const [clinicId] = (order.of as { clinicIds: number[] }).clinicIds
  const days = (await desk.ask('slots:week', { from: '2026-11-23', clinicId: clinicId! })).map(unpackDay)
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(days.reduce((sum, { columns }) => sum + columns[0]!.ids.length, 0))
})

it('the clipboard gets the rows as text and as a table', async () => {
  expect(await desk.ask('sheets:copy', order)).toBe(true)
  const [text, html] = desk.handedOut.texts.slice(-2)
  const lines = text!.split('\n')
  expect(lines[0]).toBe('Clinic\tDoctors\tDate\tStart\tEnd\tMinutes\tAs of')
  expect(lines.length).toBeGreaterThan(20)
  expect(html!.match(/<tr>/g)).toHaveLength(lines.length)
})

it('says when no calendar file can be written', async () => {
  desk.handedOut.refuse = true
  await expect(desk.ask('sheets:saveIcs', order)).rejects.toMatchObject({ error: { kind: 'notSaved' } })
  desk.handedOut.refuse = false
})

it('a table holds neither markup nor formulas', () => {
  expect(tableHtml([['Clinic'], ['=1+1'], ['<b>North</b>']]))
    .toBe('<table><thead><tr><th>Clinic</th></tr></thead><tbody><tr><td>&#39;=1+1</td></tr><tr><td>&lt;b&gt;North&lt;/b&gt;</td></tr></tbody></table>')
})
