import { SetupFailure } from '../bootstrap/failure.mjs'

/** What `npm test` does, in this order. */
export const stepNames = ['lint', 'types', 'unused', 'unit', 'build', 'e2e']

/** Reads what follows `npm test --`: `--only STEP`, and file filters for the tests. Throws SetupFailure. */
export const readTestArguments = (words) => {
  const filters = [...words]
  const at = filters.findIndex((word) => word === '--only' || word.startsWith('--only='))
  if (at === -1) return { only: null, filters }
  const only = filters[at].startsWith('--only=') ? filters.splice(at, 1)[0].slice('--only='.length) : filters.splice(at, 2)[1]
  if (stepNames.includes(only)) return { only, filters }
  throw new SetupFailure(`--only takes one of ${stepNames.join(', ')}.`, 'For instance: npm test -- --only unit')
}
