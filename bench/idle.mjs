import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { aimed } from './frame/aim.mjs'
import { newFolder } from './frame/newFolder.mjs'
import { preparedProfile } from './frame/preparedProfile.mjs'
import { workOf } from './frame/processTree.mjs'
import { emptyWindow, startProgram } from './frame/startProgram.mjs'
import { median, ratios } from './frame/statistics.mjs'

const SPANS = 10
const MINUTES = 5
const RATIO_AIM = 1.5
const CORE_AIM = 0.5

/**
 * Opens a program and puts its window away. Not by the driver of the end-to-end tests: its pages are told that they are always seen.
 */
const hidden = async (runtime, start) => {
  const args = ['-r', path.join(import.meta.dirname, 'frame', 'putAway.cjs'), ...start.args]
  const { child, devtools, close } = await startProgram(runtime, { ...start, args })
  child.kill('SIGUSR2')
  const isSeen = async () => {
    const { result } = await devtools.send('Runtime.evaluate', { expression: 'document.visibilityState' }, devtools.sessionId)
    return result.value !== 'hidden'
  }
  while (await isSeen()) await sleep(100)
  return { close, isSeen, pid: child.pid }
}

/** What both did in each span: percent of a core, and wake-ups a second. They lie still side by side: neither takes the other's turn. */
const watched = async (programs, seconds) => {
  const spans = Object.fromEntries(Object.keys(programs).map((name) => [name, { cpu: [], wakeUps: [] }]))
  const work = () => Object.fromEntries(Object.entries(programs).map(([name, { pid }]) => [name, workOf(pid)]))
  let before = work()
  for (let span = 0; span < SPANS; span += 1) {
    await sleep(seconds * 1000)
    const now = work()
    for (const name of Object.keys(programs)) {
      spans[name].cpu.push((now[name].cpu - before[name].cpu) / seconds * 100)
      spans[name].wakeUps.push((now[name].wakeUps - before[name].wakeUps) / seconds)
    }
    before = now
  }
  return spans
}
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length

export const measurement = {
  about: `Processor time and wake-ups of all processes with the window put away, over ${MINUTES} minutes, against an empty window put away too.`,
  async measure(runtime) {
    const prepared = await preparedProfile(runtime)
    const bare = newFolder()
    const seconds = MINUTES * 60 / SPANS / (runtime.quick ? 5 : 1)
    const programs = {}
    try {
      programs.program = await hidden(runtime, prepared.start)
      programs.empty = await hidden(runtime, emptyWindow(runtime, bare.folder))
      // What starting still has to do.
      await sleep(20_000)
      const { program, empty } = await watched(programs, seconds)
      for (const { isSeen } of Object.values(programs)) if (await isSeen()) throw new Error('a window came back')
      const share = { spans: SPANS, 'seconds each': seconds }
      return {
        rows: [
          aimed({ ratio: mean(program.wakeUps) / mean(empty.wakeUps), most: RATIO_AIM }, {
            what: 'wake-ups a second', program: mean(program.wakeUps), 'empty window': mean(empty.wakeUps),
            'median of spans': median(ratios(program.wakeUps, empty.wakeUps)), ...share,
          }),
          aimed({ ratio: mean(program.cpu), most: CORE_AIM, unit: '% of a core' }, {
            what: 'processor, % of a core', program: mean(program.cpu), 'empty window': mean(empty.cpu), 'median of spans': median(program.cpu), ...share,
          }),
        ],
        rounds: { program, empty },
      }
    } finally {
      for (const { close } of Object.values(programs)) await close()
      await prepared.close()
      bare.remove()
    }
  },
}
