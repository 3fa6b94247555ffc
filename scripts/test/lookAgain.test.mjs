import { describe, expect, it } from 'vitest'
import { lookAgain } from './lookAgain.mjs'
import { tally } from './tally.mjs'

const file = (name, ...states) => ({
  name: `/desk/${name}`, status: states.includes('failed') ? 'failed' : 'passed',
  assertionResults: states.map((status, at) => ({ status, fullName: `${name} test ${at + 1}` })),
})
const count = (files, state) => files.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => status === state).length
const run = (...testResults) => {
  const failed = count(testResults, 'failed')
  return { report: { numPassedTests: count(testResults, 'passed'), numFailedTests: failed, testResults }, code: failed === 0 ? 0 : 1 }
}

/** Looks again at `first`; `later` are the runs that follow. Answers what counts, what was run again and what was said. */
const looked = async (first, later, attempts = 3) => {
  const again = []
  const lines = []
  const anew = (files) => {
    again.push(files)
    return Promise.resolve(later.shift())
  }
  const { report, code } = await lookAgain(first, anew, { step: 'unit', root: '/desk', say: (line) => lines.push(line), attempts })
  return { ...tally(report, code), again, said: lines.join('\n') }
}

describe('lookAgain', () => {
  it('leaves alone what passed', async () => {
    expect(await looked(run(file('board.ts', 'passed')), [])).toMatchObject({ failed: 0, again: [], said: '' })
  })

  it('runs a failed file again, alone, and says which test failed', async () => {
    const { passed, failed, again, said } = await looked(run(file('board.ts', 'passed'), file('tray.ts', 'failed')), [run(file('tray.ts', 'passed'))])
    expect({ passed, failed, again }).toEqual({ passed: 2, failed: 0, again: [['tray.ts']] })
    expect(said).toContain('tray.ts: tray.ts test 1')
    expect(said).toContain('Passed only at attempt 2: tray.ts')
  })

  it('calls failed what fails every time, and names it at the end', async () => {
    const broken = () => run(file('tray.ts', 'passed', 'failed'))
    const { passed, failed, again, said } = await looked(broken(), [broken(), broken()])
    expect({ passed, failed, times: again.length }).toEqual({ passed: 1, failed: 1, times: 2 })
    expect(said.trim().split('\n').slice(-2)).toEqual(['Failed in unit:', '   tray.ts: tray.ts test 2'])
  })

  it('does not try again where somebody watches, nor what is broken everywhere', async () => {
    expect(await looked(run(file('tray.ts', 'failed')), [], 1)).toMatchObject({ failed: 1, again: [] })
    const many = Array.from({ length: 9 }, (_, at) => file(`${at}.ts`, 'failed'))
    expect(await looked(run(...many), [])).toMatchObject({ failed: 9, again: [] })
  })

  it('says why a run without any failed test counts as failed', async () => {
    const { failed, said } = await looked({ ...run(file('board.ts', 'passed')), code: 1 }, [])
    expect(failed).toBe(1)
    expect(said).toContain('outside the tests')
  })
})
