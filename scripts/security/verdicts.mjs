/** The tests of a vitest report that a proof means: of its file, with its title in theirs. */
const testsOf = (proof, reports, root) => reports
  .flatMap((report) => report?.testResults ?? [])
  .filter(({ name }) => name === `${root}/${proof.file}`)
  .flatMap(({ assertionResults }) => assertionResults)
  .filter(({ fullName, status }) => fullName.includes(proof.title) && status !== 'skipped')

const ofTests = (proof, reports, root) => {
  const tests = testsOf(proof, reports, root)
  const passed = tests.filter(({ status }) => status === 'passed')
  const figures = tests.map(({ meta }) => meta?.figure).filter(Boolean)
  return { isProven: tests.length > 0 && passed.length === tests.length, figures, tests: passed.length, all: tests.length }
}

const ofScan = (proof, scans) => {
  const { found, looked } = scans[proof.scan] ?? { found: ['no such scan'], looked: '' }
  return { isProven: found.length === 0, figures: found.length === 0 ? [looked] : found, tests: found.length === 0 ? 1 : 0, all: 1 }
}

/** On the installed package: nothing is known of it where that was not tried. */
const ofPackage = ({ packaged }, tried) => {
  if (!tried) return { isProven: true, figures: ['on the installed package: run npm run try-package'], tests: 0, all: 0 }
  const seen = packaged.flatMap((area) => tried.areas[area] ?? [])
  const isProven = packaged.every((area) => tried.areas[area])
  return { isProven, figures: [`${tried.said}: ${seen.length} things seen to be so`], tests: isProven ? packaged.length : 0, all: packaged.length }
}

const judge = (proof, { reports, scans, root, tried }) => {
  if (proof.packaged) return ofPackage(proof, tried)
  return proof.scan ? ofScan(proof, scans) : ofTests(proof, reports, root)
}

/**
 * What became of each requirement: { row, claim, result: 'proven' | 'FAILED' | 'open', figure }. A proof that did not run proves nothing.
 * `reports` are vitest's, with absolute paths below `root`; `scans` by name { found, looked }; `tried` as `triedPackage` has it.
 */
export const verdicts = (requirements, seen) => requirements.map(({ row, claim, proofs, open }) => {
  const all = proofs.map((proof) => judge(proof, seen))
  const isProven = all.every((proof) => proof.isProven)
  const sum = (of) => all.reduce((total, proof) => total + proof[of], 0)
  const words = [...new Set(all.flatMap(({ figures }) => figures))]
  const nothing = sum('all') === 0 && isProven
  const figure = [...(nothing ? [] : [`${sum('tests')} of ${sum('all')} checks`]), ...words, ...(open ? [open] : [])].join('; ')
  return { row, claim, result: !isProven ? 'FAILED' : nothing ? 'open' : 'proven', figure }
})

/** A table for people. */
export const tableOf = (rows) => {
  const width = Math.max(...rows.map(({ claim }) => claim.length))
  return rows.map(({ row, claim, result, figure }) => `${String(row).padStart(4)}  ${claim.padEnd(width)}  ${result.padEnd(7)} ${figure}`).join('\n')
}
