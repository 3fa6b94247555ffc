import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** What the figures hold for. */
const machine = () => ({
  system: `${os.type()} ${os.release()}`, cpu: os.cpus()[0]?.model.trim() ?? 'unknown', cores: os.cpus().length,
  memory: `${Math.round(os.totalmem() / 2 ** 30)} GB`, load: os.loadavg()[0].toFixed(1),
})

const commit = (root) => {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] }).toString().trim()
  } catch {
    return ''
  }
}

const cell = (value) => typeof value === 'number' ? String(Number(value.toPrecision(3))) : value ?? ''

/** Columns of text, as wide as their widest cell. */
export const table = (rows) => {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const lines = [names, ...rows.map((row) => names.map((name) => cell(row[name])))]
  const widths = names.map((_, column) => Math.max(...lines.map((line) => line[column].length)))
  return lines.map((line) => line.map((text, column) => text.padEnd(widths[column])).join('   ').trimEnd()).join('\n')
}

/**
 * Prints a measurement's rows as a table and writes all of it as JSON into test-results/bench/.
 * Answers whether every aim was met.
 */
export const report = (root, { name, measurement, result, say }) => {
  const folder = path.join(root, 'test-results', 'bench')
  const file = path.join(folder, `${name}.json`)
  const missed = result.rows.filter(({ met }) => met === 'no').length
  fs.mkdirSync(folder, { recursive: true })
  const whole = { name, about: measurement.about, at: new Date().toISOString(), commit: commit(root), machine: machine(), ...result }
  fs.writeFileSync(file, `${JSON.stringify(whole, null, 2)}\n`)
  say(`\n${measurement.about}\n`)
  say(table(result.rows))
  for (const note of result.notes ?? []) say(note)
  say(`(${path.relative(root, file)})`)
  return missed === 0
}
