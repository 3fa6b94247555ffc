import { expect, it } from 'vitest'
import { autostartEntry } from './autostartEntry'

const command = (...words: string[]) => /^Exec=(.*)$/m.exec(autostartEntry('Clinic Reception', words))?.[1]

it('names the program and its command', () => {
  expect(autostartEntry('Clinic Reception', ['/opt/clinic/desk', '--hidden'])).toBe(
    '[Desktop Entry]\nType=Application\nName=Clinic Reception\nExec="/opt/clinic/desk" "--hidden"\nTerminal=false\n')
})

it.each([
  ['/opt/Clinic Desk/desk', '"/opt/Clinic Desk/desk"'],
  ['/a"b', String.raw`"/a\\"b"`],
  ['/a$HOME`x`', String.raw`"/a\\$HOME\\${'`'}x\\${'`'}"`],
  ['/a\\b', String.raw`"/a\\\\b"`],
  ['/a%f', '"/a%%f"'],
])('quotes %j', (word, written) => {
  expect(command(word)).toBe(written)
})
