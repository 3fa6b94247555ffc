import * as fs from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import { cache } from '@main/cache/cache'
import { after } from '@main/feed/after'
import { masterKey } from '@main/secrets/masterKey'
import { memoryKeyStore } from './memoryKeyStore'
import { silentLog } from './silentLog'
import { ASHA, tableOf, TODAY } from './storedCache'

/** Fills a small disk until so many bytes are left, lets a cache write more than that, and says in JSON what became of its files. */
const [folder = '', level = '0'] = process.argv.slice(2)
const DAYS = [TODAY, TODAY + 1, TODAY + 2, TODAY + 3]
const filling = path.join(folder, 'filling')

const keyStore = memoryKeyStore()
const start = () => {
  const key = masterKey({ keyStore, file: path.join(folder, 'master.key'), log: silentLog })
  const made = cache({ root: path.join(folder, 'cache'), masterKey: key, today: () => TODAY, after, log: silentLog, onChange: () => undefined })
  made.follow(ASHA)
  return made
}
const keep = (into: ReturnType<typeof start>, perDay: number) => {
  into.keepSlots(7, { value: tableOf(DAYS, perDay, perDay), fetchedAt: perDay, unusable: 0 })
  into.keepList('departments', { value: [String(perDay)], fetchedAt: perDay, unusable: 0 })
  return into.settled()
}
const found = async () => {
  const again = start()
  await again.recalled()
  const list = await again.list('departments', v.array(v.string()))
  return {
    days: DAYS.map((day) => again.column(7, day)?.ids.length ?? 0), list: Number(list?.value[0]), setAside: again.state().setAside,
    leftovers: (await fs.readdir(folder, { recursive: true })).filter((name) => name.includes('.tmp-')).length,
  }
}

const own = start()
const before = await keep(own, 40)
const { bavail, bsize } = await fs.statfs(folder)
await fs.writeFile(filling, new Uint8Array(bavail * bsize - Number(level)))
const whenFull = { kept: await keep(own, 4000), failing: own.state().failing, ...await found() }
await fs.rm(filling)
const afterwards = { kept: await keep(own, 4000), failing: own.state().failing, ...await found() }
process.stdout.write(JSON.stringify({ before, whenFull, afterwards }))
