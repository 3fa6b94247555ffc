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
 * Answers what it aimed at.
 */
export const report = (root, { name, measurement, result, say }) => {
  const folder = path.join(root, 'test-results', 'bench')
  const file = path.join(folder, `${name}.json`)
  fs.mkdirSync(folder, { recursive: true })
  const whole = { name, about: measurement.about, at: new Date().toISOString(), commit: commit(root), machine: machine(), ...result }
  fs.writeFileSync(file, `${JSON.stringify(whole, null, 2)}\n`)
  say(`\n${measurement.about}\n`)
  say(table(result.rows))
  for (const note of result.notes ?? []) say(note)
  say(`(${path.relative(root, file)})`)
  return result.rows.filter(({ met }) => met).map((row) => aimOf(name, row))
}

/** A row of the one table: what was aimed at, first its figure. The other cells say what it is of. */
const aimOf = (name, { aim, met, ...rest }) => {
  const [[first, figure], ...others] = Object.entries(rest)
  const what = [first === 'figure' || first === 'ratio' ? '' : first, ...others.map(([, value]) => value)].filter((value) => typeof value === 'string' && value)
  return { name, figure, aim, met, what: what.join(', ') }
}

/** Prints what several measurements aimed at as one table, and writes it as JSON beside theirs. */
export const summarise = (root, { aims, say }) => {
  const file = path.join(root, 'test-results', 'bench', 'all.json')
  fs.writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), commit: commit(root), machine: machine(), aims }, null, 2)}\n`)
  say(`\n── all aims\n\n${table(aims)}\n(${path.relative(root, file)})`)
}
