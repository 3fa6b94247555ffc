import fs from 'node:fs'

const say = (line) => process.stdout.write(`${line}\n`)

/**
 * What was seen to be so, said to whoever watches and noted in a file, a line of JSON each: { area, what }. Throws at what is not so.
 * `area` is a word for programs: sandbox, foreign-code, switches, fuses, entry, updates, managed, removal, tarball, sbom.
 */
export const claims = (file) => {
  const claim = (area, is, what) => {
    if (!is) throw new Error(`Not so: ${what}`)
    say(`  ✓ ${what}`)
    fs.appendFileSync(file, `${JSON.stringify({ area, what })}\n`)
  }
  return claim
}

/** All that was noted in the file. */
export const claimed = (file) => fs.readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line))
