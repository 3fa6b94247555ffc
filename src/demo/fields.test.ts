import { describe, expect, it } from 'vitest'
import { createDemoClinic } from './clinic'
import { openDesk } from './testing/desk'

const staff = { name: 'Asha Rao', is_doctor: false, department: 'Reception' }
const slot = { date: '2026-11-23', start_time: '11:13', end_time: '11:19', clinic: 1 }
const desk = () => openDesk(createDemoClinic({ today: '2026-11-23' }))
const DATE = 'Date has wrong format. Use one of these formats instead: YYYY-MM-DD.'
const TIME = 'Time has wrong format. Use one of these formats instead: hh:mm[:ss[.uuuuuu]].'

describe('validation', () => {
  it.each([
    ['name', '   ', 'This field may not be blank.'],
    ['name', true, 'Not a valid string.'],
    ['name', ['x'], 'Not a valid string.'],
    ['name', 'ü'.repeat(151), 'Ensure this field has no more than 150 characters.'],
    ['name', 'a\0b', 'Null characters are not allowed.'],
    ['is_doctor', null, 'This field may not be null.'],
    ['is_doctor', 'perhaps', 'Must be a valid boolean.'],
    ['department', '', 'This field may not be null.'],
    ['department', 'reception', 'Object with name=reception does not exist.'],
    ['department', {}, 'Invalid value.'],
  ])('of staff refuses %s = %j', async (field, value, message) => {
    const { ask } = await desk()
    expect(await ask('POST', 'hospitalstaff/', { ...staff, [field]: value })).toMatchObject({ status: 400, body: { [field]: [message] } })
  })

  it.each([
    ['date', '2026-02-29', DATE],
    ['date', '2026-11-23T10:00', DATE],
    ['date', 20_261_123, DATE],
    ['start_time', '24:00', TIME],
    ['start_time', '11', TIME],
    ['end_time', '11:60', TIME],
    ['clinic', true, 'Incorrect type. Expected pk value, received bool.'],
    ['clinic', 'first', 'Incorrect type. Expected pk value, received str.'],
    ['clinic', [1], 'Incorrect type. Expected pk value, received list.'],
    ['clinic', 0, 'Invalid pk "0" - object does not exist.'],
    ['clinic', '', 'This field may not be null.'],
  ])('of a slot refuses %s = %j', async (field, value, message) => {
    const { ask } = await desk()
    expect(await ask('POST', 'create-appointment-slot/', { ...slot, [field]: value })).toMatchObject({ status: 400, body: { [field]: [message] } })
  })

  it('takes what the framework takes: numbers as text, spelt booleans, ids as text, short and fractional times', async () => {
    const { ask } = await desk()
    expect((await ask('POST', 'hospitalstaff/', { ...staff, name: 12, is_doctor: 'yes' })).body).toMatchObject({ name: '12', is_doctor: true })
    expect((await ask('POST', 'create-appointment-slot/', { date: '2026-3-7', start_time: '9:05', end_time: '09:10:00.5', clinic: '1' })).body)
      .toMatchObject({ date: '2026-03-07', start_time: '09:05:00', end_time: '09:10:00.500000', clinic: 1 })
    expect((await ask('POST', 'hospitalstaff/', { ...staff, name: '😀'.repeat(150) })).status).toBe(201)
  })

  it.each([['null', 'No data provided'], ['5', 'Invalid data. Expected a dictionary, but got int.'], ['"x"', 'Invalid data. Expected a dictionary, but got str.']])(
    'refuses a body that is no object: %s', async (body, message) => {
      const { ask } = await desk()
      expect(await ask('POST', 'hospitalstaff/', body)).toMatchObject({ status: 400, body: { non_field_errors: [message] } })
    })

  it('wants a department\'s name to be unique after trimming, case-sensitive, and lets it keep its own', async () => {
    const { ask } = await desk()
    const taken = { status: 400, body: { name: ['hospital staff department with this name already exists.'] } }
    expect(await ask('POST', 'hospitalstaffdepartment/', { name: ' Cardiology ' })).toMatchObject(taken)
    expect((await ask('POST', 'hospitalstaffdepartment/', { name: 'cardiology' })).status).toBe(201)
    expect((await ask('PATCH', 'hospitalstaffdepartment/1/', { name: 'Cardiology' })).status).toBe(200)
    expect((await ask('PATCH', 'hospitalstaffdepartment/1/', {})).body).toEqual({ id: 1, name: 'Cardiology' })
  })

  it('reads a form as it reads JSON', async () => {
    const { ask } = await desk()
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
    expect((await ask('POST', 'hospitalstaffdepartment/', 'name=Sports+Clinic', form)).body).toMatchObject({ name: 'Sports Clinic' })
    const multipart = { 'Content-Type': 'multipart/form-data; boundary=b' }
    const body = '--b\r\nContent-Disposition: form-data; name="name"\r\n\r\nAllergy\r\n--b--\r\n'
    expect((await ask('POST', 'hospitalstaffdepartment/', body, multipart)).body).toMatchObject({ name: 'Allergy' })
    expect((await ask('POST', 'hospitalstaffdepartment/', 'x', multipart)).status).toBe(400)
  })
})
