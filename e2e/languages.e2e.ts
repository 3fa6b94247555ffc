import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { begin, put } from './arrivals'
import { openClinic, type Clinic } from './clinic'
import { ask, closeAll, openDesk, type Desk } from './desk'
import { panel, type Panel } from './desktopStandIn'

let clinic: Clinic
let desk: Desk
let shown: Panel

beforeAll(async () => {
  shown = await panel()
  clinic = await openClinic()
  desk = await openDesk()
  await begin(desk, clinic)
})
afterEach(() => ask(desk.page, 'settings:change', { language: 'system', digits: 'language', hours: 'h23' }))
afterAll(async () => {
  await closeAll()
  shown.die()
})

const root = () => desk.page.evaluate(() => ({ lang: document.documentElement.lang, dir: document.documentElement.dir }))
const choose = async (name: string) => {
  await desk.page.evaluate(() => { window.location.hash = '#/settings' })
  await desk.page.getByRole('radio', { name, exact: true }).click()
}
const heading = (name: string) => desk.page.getByRole('heading', { name, exact: true })
const menuLabels = async () => (await shown.menu()).map(({ label }) => label)

it('Hindi is chosen in the settings and spoken at once, by the tray too', async () => {
  await choose('हिन्दी')
  await heading('सेटिंग').waitFor()
  expect(await root()).toEqual({ lang: 'hi', dir: 'ltr' })
  await expect.poll(() => desk.page.title()).toBe('सेटिंग – Clinic Reception')
  await expect.poll(menuLabels).toContain('अभी सिंक करें')
  await expect.poll(() => shown.tooltip()).toContain('कोई नया कॉल अनुरोध नहीं')
})

it('a form’s complaint is in the language that is spoken, and a date may be typed in it', async () => {
  await choose('हिन्दी')
  await desk.page.evaluate(() => { window.location.hash = '#/calendar/2026-11-23' })
  const date = desk.page.getByRole('textbox', { name: 'तारीख़ पर जाएँ' })
  await date.fill('nonsense')
  await date.press('Enter')
  await desk.page.getByText('यह तारीख़ नहीं है। 2026-11-30, 30 nov, fri, next mon या +3 आज़माएँ।').waitFor()
  await date.fill('३० नवंबर 2026')
  await date.press('Enter')
  await desk.page.getByRole('heading', { level: 1, name: 'सोमवार, 30 नवंबर 2026' }).waitFor()
})

it('Arabic turns the page and the board around', async () => {
  await choose('العربية')
  await heading('الإعدادات').waitFor()
  expect(await root()).toEqual({ lang: 'ar', dir: 'rtl' })
  await desk.page.evaluate(() => { window.location.hash = '#/calendar' })
  const grid = desk.page.getByRole('grid', { name: 'لوحة اليوم' })
  const heads = grid.getByRole('columnheader')
  await heads.nth(1).waitFor()
  const left = async (place: number) => (await heads.nth(place).boundingBox())!.x
  expect(await left(1)).toBeLessThan(await left(0))
  const navigation = (await desk.page.getByRole('navigation').first().boundingBox())!
  expect(navigation.x).toBeGreaterThan((await grid.boundingBox())!.x)
  await expect.poll(menuLabels).toContain('زامن الآن')
})

it('an Arabic form complains in Arabic, and its numbers have their digits and plural forms', async () => {
  await choose('العربية')
  await desk.page.evaluate(() => { window.location.hash = '#/departments' })
  await desk.page.getByRole('button', { name: 'إضافة قسم' }).click()
  await desk.page.getByRole('button', { name: 'حفظ', exact: true }).click()
  await desk.page.getByText('املأ هذا الحقل.').waitFor()
  await desk.page.keyboard.press('Escape')
  put(clinic, 3)
  await desk.page.getByRole('button', { name: 'زامن الآن' }).click()
  await expect.poll(() => shown.tooltip()).toContain('٣ طلبات اتصال جديدة')
})

it('Latin digits and twelve hours are a choice of their own', async () => {
  await choose('العربية')
  await desk.page.getByRole('radio', { name: '0123456789' }).click()
  await desk.page.getByRole('radio', { name: '12 ساعة' }).click()
  await desk.page.getByText(/\d+:\d\d [صم]/).first().waitFor()
})

it('a start speaks the language from the first picture on', async () => {
  await ask(desk.page, 'settings:change', { language: 'es' })
  const { profile } = desk
  await desk.close()
  desk = await openDesk({ profile })
  await heading('Iniciar sesión').or(desk.page.getByRole('link', { name: 'Calendario' })).first().waitFor()
  expect(await root()).toEqual({ lang: 'es', dir: 'ltr' })
})
