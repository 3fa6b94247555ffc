import { aimed } from './aim.mjs'
import { startProgram } from './startProgram.mjs'
import { byTurns, median, ratios } from './statistics.mjs'

const ROUNDS = 9

/**
 * Times starts of the program and of an empty window by turns. `program` and `empty` answer what startProgram is to start in the
 * next round, as { start, done }: `done` clears up behind it. Answers what a measurement answers; `most` is aimed at.
 */
export const startAgainstEmpty = async (runtime, { program, empty, most }) => {
  const milestones = { program: [], empty: [] }
  const timed = (name, next) => async () => {
    const { start, done } = next()
    const { times, close } = await startProgram(runtime, start)
    await close()
    done?.()
    milestones[name].push(times)
    return times.answered
  }
  const subjects = { program: timed('program', program), empty: timed('empty', empty) }
  for (const [name, subject] of Object.entries(subjects)) {
    await subject()
    milestones[name] = []
  }
  const values = await byTurns(subjects, ROUNDS)
  const row = (milestone) => {
    const [ours, theirs] = ['program', 'empty'].map((name) => milestones[name].map((times) => times[milestone]))
    return { ratio: median(ratios(ours, theirs)), 'program, ms': median(ours), 'empty window, ms': median(theirs), rounds: ROUNDS }
  }
  const { ratio, ...rest } = row('answered')
  return {
    rows: [
      aimed({ ratio, most }, { what: 'until a key is answered', ...rest }),
      { ...row('page'), what: 'of which: until the page begins' },
      { ...row('painted'), what: 'of which: until it is painted' },
    ],
    rounds: { ...milestones, values },
  }
}
