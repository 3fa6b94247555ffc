import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeAllDesks, openDesk, type Desk } from './desk'
import { goTo } from './focus'
import { stepsOf, type Instruction } from './walk'

/** The guide's first chapter, followed to the letter by somebody who has a keyboard and the chapter, and the demo clinic. */
const chapter = readFileSync(path.resolve(import.meta.dirname, '../docs/guide/first-morning.md'), 'utf8')
let desk: Desk
let sheet: string

beforeAll(async () => {
  desk = await openDesk()
  sheet = path.join(desk.profile, 'monday.pdf')
  await desk.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (() => Promise.resolve({ canceled: false, filePath })) as typeof dialog.showSaveDialog
  }, sheet)
  await desk.page.getByRole('button', { name: 'Try the demo clinic' }).waitFor()
})
afterAll(closeAllDesks)

const stroke = (key: string) => key.replace('Ctrl', 'Control')

async function follow(instruction: Instruction): Promise<void> {
  const { page } = desk
  switch (instruction.kind) {
    case 'press': return page.keyboard.press(stroke(instruction.key))
    case 'pressUntil': return goTo(page, instruction.focused, stroke(instruction.key))
    case 'type': return page.keyboard.type(instruction.text)
    case 'see': return page.getByText(instruction.text, { exact: true }).first().waitFor({ timeout: 60_000 })
  }
}

describe('the guide’s first chapter', () => {
  for (const step of stepsOf(chapter)) {
    it(`${step.number}. ${step.text}`, async () => {
      for (const instruction of step.instructions) await follow(instruction)
    })
  }

  it('leaves what it promises: a week of slots, a call request and a sheet', async () => {
    expect(readFileSync(sheet).subarray(0, 5).toString()).toBe('%PDF-')
  })
})

it('is refused where it could not be followed', () => {
  expect(() => stepsOf('1. Press `Tab` and see **Something**.\n')).toThrow('Step 1 can not be followed at **Something**')
  expect(() => stepsOf('1. Look around.\n')).toThrow('Step 1 can not be followed')
  expect(stepsOf('1. Press `Ctrl+K`, type `a b`\n   and look: **Staff** appears.\n\nText with `code`.\n')[0]!.instructions).toEqual([
    { kind: 'press', key: 'Ctrl+K' }, { kind: 'type', text: 'a b' }, { kind: 'see', text: 'Staff' },
  ])
})
