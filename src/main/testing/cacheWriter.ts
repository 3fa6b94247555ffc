import { writeSync } from 'node:fs'
import { cache } from '@main/cache/cache'
import { after } from '@main/feed/after'
import { masterKey } from '@main/secrets/masterKey'
import { memoryKeyStore } from './memoryKeyStore'
import { silentLog } from './silentLog'
import { ASHA, tableOf, TODAY, WRITTEN_DAYS } from './storedCache'

/** A program of its own that keeps one answer after the other, until it is killed: says the number of each that is on the disk. */
const [folder = '', from = '1'] = process.argv.slice(2)
const key = masterKey({ keyStore: memoryKeyStore(), file: `${folder}/master.key`, log: silentLog })
const kept = cache({ root: `${folder}/cache`, masterKey: key, today: () => TODAY, after, log: silentLog, onChange: () => undefined })
kept.follow(ASHA)
for (let answer = Number(from); ; answer += 1) {
  kept.keepSlots(7, { value: tableOf(WRITTEN_DAYS, 200, answer * 10_000), fetchedAt: answer, unusable: 0 })
  kept.keepList('departments', { value: [String(answer)], fetchedAt: answer, unusable: 0 })
  if (!await kept.settled()) process.exit(1)
  writeSync(1, `${answer}\n`)
}
