import { createServer as createTlsServer } from 'node:https'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import en from '@shared/locales/en.json'
import { answering, openClinic, type Clinic } from './clinic'
import { closeAll, openDesk, signIn, slotsShown, type Desk } from './desk'

let clinic: Clinic
let desk: Desk

beforeAll(async () => {
  clinic = await openClinic()
  desk = await openDesk()
})
afterAll(closeAll)

const field = (name: string) => desk.page.getByRole('textbox', { name })
const alert = () => desk.page.getByRole('alert')
const submit = (changes: Partial<{ server: string, email: string, password: string }> = {}) =>
  signIn(desk.page, { server: clinic.server, email: clinic.email, password: clinic.password, ...changes })

/** The words that belong to a field by aria-describedby or aria-errormessage. */
const errorOf = (name: string) => field(name).evaluate((input) => {
  const ids = `${input.getAttribute('aria-describedby') ?? ''} ${input.getAttribute('aria-errormessage') ?? ''}`
  return ids.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
})

describe('the sign-in form', () => {
  it('has the roles and names that people and checks rely on', async () => {
    await expect.poll(() => desk.page.getByRole('heading', { name: 'Sign in' }).count()).toBe(1)
    for (const name of ['Server address', 'Email', 'Password']) expect(await field(name).count(), name).toBe(1)
    for (const name of ['Sign in', 'Try the demo clinic']) expect(await desk.page.getByRole('button', { name, exact: true }).count()).toBe(1)
  })

  it.each([
    ['', en.form.required],
    ['not an address', en.errors.badAddress.malformed],
    ['http://clinic.example', en.errors.badAddress.plainHttp],
    ['https://me:secret@clinic.example', en.errors.badAddress.credentials],
    ['ftp://clinic.example', en.errors.badAddress.scheme],
  ])('says beside the field what is wrong with the address %o, and keeps what was typed', async (server, sentence) => {
    await submit({ server })
    await expect.poll(() => errorOf('Server address')).toContain(sentence)
    expect(await field('Server address').getAttribute('aria-invalid')).toBe('true')
    expect(await field('Server address').inputValue()).toBe(server)
    expect(await field('Password').inputValue()).toBe(clinic.password)
    expect(await field('Server address').evaluate((input) => input === document.activeElement)).toBe(true)
  })

  it('says which fields are empty', async () => {
    await submit({ email: ' ', password: '' })
    await expect.poll(() => errorOf('Email')).toContain(en.form.required)
    expect(await errorOf('Password')).toContain(en.form.required)
  })

  it('says that e-mail and password were not accepted', async () => {
    await submit({ password: 'wrong' })
    await expect.poll(() => alert().innerText()).toContain(en.errors.badCredentials)
  })

  it('says that nothing answers at an address', async () => {
    await submit({ server: 'http://127.0.0.1:9' })
    await expect.poll(() => alert().innerText()).toContain(en.errors.offline.unreachable)
  })

  it('says that a web page answered', async () => {
    const undo = clinic.fail('/token/', answering(200, '<!doctype html><title>Hotel</title>', 'text/html'))
    await submit()
    await expect.poll(() => alert().innerText()).toContain(en.errors.webPage)
    undo()
  })

  it.each([301, 302, 307, 308])('neither follows a %i nor tells another server the password', async (status) => {
    const other = await openClinic()
    const undo = clinic.fail('/token/', answering(status, '', 'text/html', { Location: `${other.server}/v1/api/integrate/api/token/` }))
    await submit()
    await expect.poll(() => alert().innerText()).toContain(en.errors.moved)
    expect(other.arrived).toEqual([])
    undo()
    await other.close()
  })

  it('says that the certificate can not be trusted, and sends nothing', async () => {
    const certificate = (name: string) => readFileSync(new URL(`./certificates/${name}`, import.meta.url))
    let asked = 0
    const expired = createTlsServer({ key: certificate('expired.key.pem'), cert: certificate('expired.cert.pem') }, () => { asked += 1 })
    await new Promise<void>((resolve) => { expired.listen(0, '127.0.0.1', resolve) })
    await submit({ server: `https://localhost:${(expired.address() as AddressInfo).port}` })
    await expect.poll(() => alert().innerText()).toMatch(/identity could not be checked \(.*CERT_/)
    expect(asked).toBe(0)
    expired.close()
  })

  it.each([
    [500, '<h1>Server Error (500)</h1>', 'text/html', en.errors.server.fault.replace('{status}', '500')],
    [200, '{"access": "abc", "ref', 'application/json', en.errors.unusable.json],
    [200, '[1, 2]', 'application/json', en.errors.unusable.shape],
  ])('explains a token route that answers %i %o', async (status, body, type, sentence) => {
    const undo = clinic.fail('/token/', answering(status, body, type))
    await submit()
    await expect.poll(() => alert().innerText()).toContain(sentence)
    undo()
  })
})

describe('a session', () => {
  afterEach(async () => {
    await desk.page.getByRole('button', { name: 'Sign out' }).click()
    await expect.poll(() => desk.page.getByRole('heading', { name: 'Sign in' }).count()).toBe(1)
  })

  it.each([
    (server: string) => server,
    (server: string) => `${server}/v1/api/integrate/`,
    (server: string) => `  ${server}/v1/api/integrate/api/clinic-appointment-slots/?clinic_id=1 `,
    (server: string) => server.replace('http://', ''),
  ])('opens from any form of the address, e-mail in any case (%#)', async (form) => {
    await submit({ server: form(clinic.server), email: ` ${clinic.email.toUpperCase()} ` })
    await expect.poll(() => desk.page.getByRole('grid', { name: 'Day board' }).count()).toBe(1)
    expect(await desk.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Calendar' }).count()).toBe(1)
  })

  it('opens on the demo clinic with one click, and says that its data are samples', async () => {
    await desk.page.getByRole('button', { name: 'Try the demo clinic' }).click()
    await expect.poll(() => desk.page.getByRole('columnheader').count()).toBeGreaterThan(1)
    expect(await desk.page.getByText(en.shell.demo).count()).toBe(1)
  })
})

describe('the server ending a session', () => {
  it.each([
    ['user_inactive', 'User is inactive', en.session.again.reason.inactive],
    ['user_not_found', 'User not found', en.session.again.reason.unknownUser],
  ])('says why, without a refresh: %s', async (code, detail, sentence) => {
    const own = await openClinic()
    await submit({ server: own.server })
    await slotsShown(desk.page).waitFor()
    const refreshes = own.count('POST', '/refresh/')
    own.fail('/clinic-appointment-slots/', answering(401, JSON.stringify({ detail, code })))
    await desk.page.getByRole('button', { name: 'Sync now' }).click()
    const again = desk.page.getByRole('dialog', { name: en.session.again.title })
    await again.getByText(sentence).waitFor()
    expect(own.count('POST', '/refresh/')).toBe(refreshes)
    await again.getByRole('button', { name: en.session.again.other }).click()
    await desk.page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await own.close()
  })
})

describe('started with the environment', () => {
  it('CLINIC_DEMO=1 has the demo clinic running and filled in: one click signs in', async () => {
    const own = await openDesk({ env: { CLINIC_DEMO: '1' } })
    const address = own.page.getByRole('textbox', { name: 'Server address' })
    await expect.poll(() => address.inputValue()).toMatch(/^http:\/\/127\.0\.0\.1:\d+/)
    await own.page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await slotsShown(own.page).waitFor()
    await own.close()
  })

  it('CLINIC_SERVER fills the address in', async () => {
    const own = await openDesk({ env: { CLINIC_SERVER: 'https://clinic.example' } })
    await expect.poll(() => own.page.getByRole('textbox', { name: 'Server address' }).inputValue()).toBe('https://clinic.example')
    await own.close()
  })
})
