import fs from 'node:fs'

/** A process and all that it began, by Linux's own books. */
const treeOf = (root) => {
  const children = new Map()
  for (const name of fs.readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const parent = statOf(name)?.[1]
    if (parent !== undefined) children.set(parent, [...children.get(parent) ?? [], name])
  }
  const found = [String(root)]
  for (const pid of found) found.push(...children.get(pid) ?? [])
  return found
}

/** What /proc/PID/stat says after the program's name, which may hold anything. Undefined when the process has ended. */
function statOf(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')
  } catch {
    return undefined
  }
}

const field = (text, name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0)

/** Megabytes of all processes of a program, what they share divided among them (proportional set size). */
export const memoryOf = (root) => treeOf(root)
  .reduce((sum, pid) => sum + field(fs.readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'), 'Pss'), 0) / 1024

const TICKS_A_SECOND = 100
const wakeUps = (pid) => fs.readdirSync(`/proc/${pid}/task`)
  .reduce((sum, thread) => sum + field(fs.readFileSync(`/proc/${pid}/task/${thread}/status`, 'utf8'), 'voluntary_ctxt_switches'), 0)

/** Since they began: seconds of processor time that all processes of a program took, and how often they went to sleep and were woken. */
export const workOf = (root) => treeOf(root).reduce((sum, pid) => {
  const stat = statOf(pid)
  return { cpu: sum.cpu + (Number(stat[11]) + Number(stat[12])) / TICKS_A_SECOND, wakeUps: sum.wakeUps + wakeUps(pid) }
}, { cpu: 0, wakeUps: 0 })
