import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('accessibleDesk.py', import.meta.url))

/**
 * Whoever sits at the desktop of `env` with a screen reader, and knows the programs on it by roles and names alone. Resolves when they sit
 * there: programs that start from then on show themselves. `wait`, `press` and `fill` take a role of AT-SPI and a regular expression for
 * the whole name, resolve with the name found, and reject with a sentence.
 */
export const screenReader = async (env) => {
  const child = spawn('/usr/bin/python3', [program], { env, stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })
  const obey = async (...words) => {
    child.stdin.write(`${JSON.stringify(words)}\n`)
    const [line] = await once(lines, 'line')
    const [verdict, answer] = JSON.parse(line)
    if (verdict !== 'ok') throw new Error(answer)
    return answer
  }
  await obey('arrive', '', '')
  return {
    /** `patience` in seconds. */
    wait: (role, name, patience) => obey('wait', role, name, patience),
    press: (role, name) => obey('press', role, name),
    fill: (role, name, text) => obey('fill', role, name, text),
    /** All names on screen, for whoever has to find out why something is not there. */
    tree: () => obey('tree', '', ''),
    leave: () => { child.kill() },
  }
}
