import { setTimeout as sleep } from 'node:timers/promises'
import { aimed } from './frame/aim.mjs'
import { newFolder } from './frame/newFolder.mjs'
import { preparedProfile } from './frame/preparedProfile.mjs'
import { memoryOf } from './frame/processTree.mjs'
import { emptyWindow, startProgram } from './frame/startProgram.mjs'
import { byTurns, median, ratios } from './frame/statistics.mjs'

const ROUNDS = 7
const SETTLED = 60_000
const AIM = 1.35

export const measurement = {
  about: 'Memory (proportional set size of all processes) with a board of 25 x 48 slots a minute after the start, against an empty window.',
  async measure(runtime) {
    const prepared = await preparedProfile(runtime)
    const bare = newFolder()
    const rest = runtime.quick ? SETTLED / 6 : SETTLED
    const settled = (start) => async () => {
      const { child, close } = await startProgram(runtime, start)
      await sleep(rest)
      const memory = memoryOf(child.pid)
      await close()
      return memory
    }
    try {
      const subjects = { program: settled(prepared.start), empty: settled(emptyWindow(runtime, bare.folder)) }
      const { program, empty } = await byTurns(subjects, ROUNDS)
      return {
        rows: [aimed({ ratio: median(ratios(program, empty)), most: AIM }, {
          'program, MB': median(program), 'empty window, MB': median(empty), 'after, s': rest / 1000, rounds: ROUNDS,
        })],
        rounds: { program, empty },
      }
    } finally {
      await prepared.close()
      bare.remove()
    }
  },
}
