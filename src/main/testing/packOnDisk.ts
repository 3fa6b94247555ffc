import * as fs from 'node:fs/promises'
import path from 'node:path'
import { packFaultOf, writePack } from '@main/pack/packFiles'

/** Fills a small disk until so many bytes are left, writes a pack that needs more, and says in JSON what became of the folder. */
const [folder = '', level = '0'] = process.argv.slice(2)
const filling = path.join(folder, 'filling')
const pack = (name: string) => writePack(folder, { [`${name}.pdf`]: new Uint8Array(100_000), [`${name}.csv`]: new Uint8Array(60_000) })
const attempt = (name: string) => pack(name).then(() => null, packFaultOf)
const there = async () => (await fs.readdir(folder)).filter((name) => name !== 'filling').sort()

await pack('first')
const { bavail, bsize } = await fs.statfs(folder)
await fs.writeFile(filling, new Uint8Array(bavail * bsize - Number(level)))
const whenFull = { fault: await attempt('second'), there: await there() }
await fs.rm(filling)
const afterwards = { fault: await attempt('third'), there: await there() }
process.stdout.write(JSON.stringify({ whenFull, afterwards }))
