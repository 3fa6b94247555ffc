import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseServerAddress, shortAddress } from './serverAddress'

const base = (text: string) => {
  const read = parseServerAddress(text)
  return read.ok ? read.base : read.reason
}

const routes = [
  '', 'api/token/', 'api/token/refresh/', 'api/hospitalstaff/', 'api/hospitalstaff/7/', 'api/doctor-clinics/3/',
  'api/clinic-appointment-slots/?clinic_id=1', 'api/create-appointment-slot/', 'api/hospital-call-requests/',
  'api/hospitalstaffdepartment/', 'api/hospitalstaffdepartment/9/',
]
const label = fc.stringMatching(/^[a-z]([a-z0-9-]{0,8}[a-z0-9])?$/).filter((text) => text.slice(2, 4) !== '--')
const host = fc.array(label, { minLength: 2, maxLength: 4 }).map((labels) => [...labels, 'example'].join('.'))
const port = fc.option(fc.integer({ min: 1024, max: 65_535 }), { nil: undefined })
const prefix = fc.array(label.filter((text) => text !== 'v1'), { maxLength: 2 }).map((parts) => parts.map((part) => `/${part}`).join(''))

describe('parseServerAddress', () => {
  it.each([
    ['clinic.example', 'https://clinic.example/v1/api/integrate/'],
    ['  "clinic.example"  ', 'https://clinic.example/v1/api/integrate/'],
    ['<https://clinic.example/v1/api/integrate/>.', 'https://clinic.example/v1/api/integrate/'],
    ['“clinic.example”,', 'https://clinic.example/v1/api/integrate/'],
    ['clinic.example.', 'https://clinic.example/v1/api/integrate/'],
    ['https://clinic.example./v1/', 'https://clinic.example/v1/api/integrate/'],
    ['HTTPS://Clinic.EXAMPLE/V1/API/INTEGRATE', 'https://clinic.example/v1/api/integrate/'],
    ['//clinic.example/', 'https://clinic.example/v1/api/integrate/'],
    ['https:/clinic.example', 'https://clinic.example/v1/api/integrate/'],
    ['https:\\\\clinic.example\\v1', 'https://clinic.example/v1/api/integrate/'],
    ['clinic.example:8443', 'https://clinic.example:8443/v1/api/integrate/'],
    ['clinic.example:443', 'https://clinic.example/v1/api/integrate/'],
    ['clinic.example/v1/api', 'https://clinic.example/v1/api/integrate/'],
    ['clinic.example/login?next=/#top', 'https://clinic.example/v1/api/integrate/'],
    ['https://clinic.example//proxy//v1/api/integrate//api/token/', 'https://clinic.example/proxy/v1/api/integrate/'],
    ['https://clinic.example/Tele%20Med/v1/api/integrate/api/token/', 'https://clinic.example/Tele%20Med/v1/api/integrate/'],
    ['clinic.example/v12/api/integrate/', 'https://clinic.example/v1/api/integrate/'],
    ['clínica.example', 'https://xn--clnica-4va.example/v1/api/integrate/'],
    ['reception', 'https://reception/v1/api/integrate/'],
    ['192.168.1.20', 'https://192.168.1.20/v1/api/integrate/'],
    ['[2001:db8::1]:8000', 'https://[2001:db8::1]:8000/v1/api/integrate/'],
    ['localhost', 'http://localhost/v1/api/integrate/'],
    ['localhost:8000/', 'http://localhost:8000/v1/api/integrate/'],
    ['localhost:443', 'http://localhost:443/v1/api/integrate/'],
    ['demo.localhost:80', 'http://demo.localhost/v1/api/integrate/'],
    ['127.0.0.1:8000', 'http://127.0.0.1:8000/v1/api/integrate/'],
    ['127.1', 'http://127.0.0.1/v1/api/integrate/'],
    ['[::1]:8000', 'http://[::1]:8000/v1/api/integrate/'],
    ['http://127.0.0.1:8000/v1/api/integrate/api/token/', 'http://127.0.0.1:8000/v1/api/integrate/'],
    ['https://localhost:8443', 'https://localhost:8443/v1/api/integrate/'],
  ])('reads %j as %s', (text, expected) => { expect(base(text)).toBe(expected) })

  it.each([
    ['', 'empty'], ['   ', 'empty'], ['""', 'empty'], ['.', 'empty'],
    ['http://clinic.example', 'plainHttp'], ['http://localhost.example', 'plainHttp'], ['http://127.0.0.1.example', 'plainHttp'],
    ['http://192.168.1.20', 'plainHttp'], ['http://0.0.0.0', 'plainHttp'], ['HTTP://clinic.example/v1/', 'plainHttp'],
    ['https://me:secret@clinic.example', 'credentials'], ['me@clinic.example', 'credentials'], ['https://@clinic.example', 'credentials'],
    ['https://clinic.example\\@evil.example', 'ok'],
    ['ftp://clinic.example', 'scheme'], ['file:///etc/passwd', 'scheme'], ['javascript:alert(1)', 'scheme'], ['mailto:a@clinic.example', 'scheme'],
    ['wss://clinic.example', 'scheme'],
    ['our clinic server', 'malformed'], ['https://', 'malformed'], ['https://a..b', 'malformed'], ['clinic.example:99999', 'malformed'],
    ['https://[::1', 'malformed'], ['https://-.example', 'malformed'],
  ])('answers %j with %s', (text, expected) => {
    const read = parseServerAddress(text)
    expect(read.ok ? 'ok' : read.reason).toBe(expected)
    if (read.ok) expect(read.host).toBe('clinic.example')
  })

  it.each([`${'x'.repeat(300)}.example`, `${'x.'.repeat(200)}example`, `clinic.example/${'x'.repeat(3000)}`])('refuses what is too long for a host or an address', (text) => {
    expect(base(text)).toBe('malformed')
  })

  it('leads from every documented URL of a host to one base', () => {
    fc.assert(fc.property(host, port, prefix, fc.constantFrom(...routes), fc.constantFrom('https://', ''), fc.boolean(), (name, at, before, route, scheme, slash) => {
      const hostAndPort = name + (at === undefined ? '' : `:${at}`)
      const url = `${scheme}${hostAndPort}${before}/v1/api/integrate/${route}`
      expect(base(slash ? url : url.replace(/\/$/, ''))).toBe(`https://${hostAndPort}${before}/v1/api/integrate/`)
    }))
  })

  it('reads its own result again as the same', () => {
    fc.assert(fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string(), host), (text) => {
      const first = parseServerAddress(text)
      if (first.ok) expect(parseServerAddress(first.base)).toEqual(first)
    }))
  })

  it('never lets anything but https or a loopback address pass, whatever is typed', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.webUrl({ validSchemes: ['http', 'https', 'ftp'] })), (text) => {
      const read = parseServerAddress(text)
      if (!read.ok) return
      expect(read.origin).toMatch(/^https:\/\/|^http:\/\/(?:127\.\d+\.\d+\.\d+|\[::1\]|(?:.+\.)?localhost)(?::\d+)?$/)
      expect(read.base.startsWith(`${read.origin}/`)).toBe(true)
      expect(read.base).not.toMatch(/[@?#\\]/)
    }))
  })
})

describe('shortAddress', () => {
  it.each([
    ['https://clinic.example/v1/api/integrate/', 'clinic.example'],
    ['http://127.0.0.1:8000/v1/api/integrate/', '127.0.0.1:8000'],
    ['https://localhost:8443/v1/api/integrate/', 'https://localhost:8443'],
    ['https://clinic.example/proxy/v1/api/integrate/', 'https://clinic.example/proxy/v1/api/integrate/'],
  ])('writes %s as %s', (of, expected) => { expect(shortAddress(of)).toBe(expected) })
})
