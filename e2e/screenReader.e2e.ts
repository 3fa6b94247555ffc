import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openClinic, type Clinic } from './clinic'
import { closeAll, openDesk, type Desk } from './desk'
import { awaited, listenTo, type Listener } from './screenReader'

/** The walk as it is kept, under its title and what it is. */
const kept = readFileSync(path.resolve(import.meta.dirname, '../docs/screen-reader-walk.md'), 'utf8')
/** Where it is written anew instead of being compared. */
const anew = process.env['CLINIC_WALK']

let clinic: Clinic
let desk: Desk
let listener: Listener

beforeAll(async () => {
  // A day that is far from today on any day, so that nothing in it is past, next or now.
  clinic = await openClinic({ today: '2030-03-11' })
  desk = await openDesk({ env: { CLINIC_SERVER: clinic.server } })
  await desk.page.getByRole('heading', { name: 'Sign in' }).waitFor()
  listener = await listenTo(desk.page)
})
afterAll(closeAll)

const lines: string[] = []
const chapter = (title: string) => { lines.push('', `## ${title}`, '', '| keys | what is said |', '|---|---|') }
/** Only what the computer's own clock says is another one each time. */
const note = (keys: string, said: string) => {
  lines.push(`| ${keys} | ${said.replaceAll(/(?<=fetched at )\d\d:\d\d/g, '‹time›').replaceAll('|', '\\|')} |`)
}

let around: string[] = []
async function noteFocus(keys: string, on: RegExp): Promise<void> {
  const said = await awaited(listener, on)
  const now = await listener.around()
  note(keys, [...now.filter((place) => !around.includes(place)), said].join(' › '))
  around = now
}
async function press(key: string, on: RegExp): Promise<void> {
  await desk.page.keyboard.press(key)
  await noteFocus(`\`${key.replace('Control', 'Ctrl')}\``, on)
}
/** Goes on by a key from stop to stop until it is said what is looked for. */
async function walkTo(on: RegExp, key = 'Tab', most = 40): Promise<void> {
  for (let turn = 0; turn < most; turn += 1) {
    await press(key, /^/)
    if (on.test(await listener.focused())) return
  }
  expect(lines.at(-1)).toMatch(on)
}
async function type(text: string, on: RegExp, shown = `\`${text}\``): Promise<void> {
  await desk.page.keyboard.press('Control+a')
  await desk.page.keyboard.type(text)
  await noteFocus(`types ${shown}`, on)
}

const heard: string[] = []
/** What is said without a key. */
async function hears(words: RegExp): Promise<void> {
  await expect.poll(async () => {
    heard.push(...await listener.spoken())
    return heard.some((each) => words.test(each))
  }, { timeout: 60_000, message: `${words} is said` }).toBe(true)
  const at = heard.findIndex((each) => words.test(each))
  note('', `*${words.exec(heard[at]!)![0]}*`)
  heard.splice(0, at + 1)
}

async function signIn(): Promise<void> {
  chapter('Signing in')
  await noteFocus('', /^Email, textbox/)
  await type(clinic.email, /@/)
  await press('Tab', /^Password, textbox/)
  await type(clinic.password, /“/, 'the password')
  await press('Enter', /^Calendar, main/)
  await hears(/no slots published in 6 clinics$/)
}

async function readTheDay(): Promise<void> {
  chapter('Another day, and the board')
  await press('g', /^Go to date/)
  await type('11/3/2030', /; Mon, 11 Mar 2030$/)
  await hears(/^Mon, 11 Mar 2030$/)
  await press('Enter', /^Go to date(?!.*“)/)
  await hears(/^Monday 11 March 2030: .* slots published in 6 clinics$/)
  await walkTo(/gridcell$/)
  await press('Control+Home', /00:00/)
  await press('ArrowUp', /Live: fetched at \d\d:\d\d\., columnheader$/)
  await press('ArrowDown', /00:00/)
  await press('ArrowDown', /^\d\d:\d\d – /)
  await press('ArrowDown', /^\d\d:\d\d – /)
  await press('ArrowRight', /Yelahanka/)
  await press('Enter', /dialog; .*Live: fetched at \d\d:\d\d\.$/)
  await press('Tab', /^Close, button/)
  await press('Escape', /gridcell$/)
}

async function publish(): Promise<void> {
  chapter('Publishing a slot')
  await press('Control+Home', /00:00/)
  await press('Enter', /^Start, textbox/)
  await type('7', /“7”/)
  await press('Tab', /^End, textbox/)
  await type('715', /“715”/)
  await walkTo(/^Create slot, button/)
  await press('Enter', /^07:00 – 07:15, Indiranagar Family Clinic, Monday 11 March 2030, gridcell$/)
  await hears(/^Monday 11 March 2030: .* slots published in 6 clinics$/)
}

async function askForACall(): Promise<void> {
  chapter('Filing a call request')
  await press('Control+Shift+N', /^Doctor, combobox/)
  await type('Ajay', /^Dr\. Ajay .*option/)
  await press('Enter', /^Doctor, combobox; “Dr\. Ajay Shetty”/)
  await desk.page.keyboard.press('Tab')
  await awaited(listener, /^Date, textbox/)
  await type('12/3/2030', /; Tuesday 12 March 2030$/)
  await walkTo(/^Create request, button/)
  await press('Enter', /gridcell$/)
  await hears(/^.*Ajay Shetty.*$/)
}

async function print(): Promise<void> {
  chapter('Printing the day, and leaving it be')
  await press('Control+p', /^For, combobox/)
  await walkTo(/^To a PDF file…, button/)
  await press('Escape', /gridcell$/)
}

async function goElsewhere(): Promise<void> {
  chapter('Finding another place, and a lunch break')
  await press('Control+k', /^Calendar Place, option/)
  await type('find a slot', /^Find a slot Place/)
  await press('Enter', /^Find a slot, main/)
  await press('Control+Shift+L', /^Password, textbox/)
  await type(clinic.password, /“/, 'the password')
  await press('Enter', /^Find a slot, main/)
}

it('says on the way through the main job what is written down', async () => {
  for (const part of [signIn, readTheDay, publish, askForACall, print, goElsewhere]) await part()
  const walk = `${kept.split('\n## ')[0]!.trimEnd()}\n${lines.join('\n')}\n`
  if (anew) writeFileSync(anew, walk)
  else expect(walk).toBe(kept)
})
