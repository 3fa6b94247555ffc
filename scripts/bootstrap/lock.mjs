import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const beat = 2_000
/** After this long without a sign of life the holder is taken for dead, whatever process has its number now. */
const silence = 30_000

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

const isAbandoned = (file) => {
  try {
    const pid = Number(fs.readFileSync(file, 'utf8'))
    return !isAlive(pid) || Date.now() - fs.statSync(file).mtimeMs > silence
  } catch {
    return false
  }
}

/** A hard link appears at once with its content and never replaces another: nobody sees a lock without its owner. */
const take = (file) => {
  const mine = `${file}.${process.pid}-${Date.now()}`
  fs.writeFileSync(mine, String(process.pid))
  try {
    fs.linkSync(mine, file)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  } finally {
    fs.rmSync(mine, { force: true })
  }
}

/** Does `work` while no other process does work under the same lock file; waits for the other one, saying so once. */
export const withLock = async (file, say, work) => {
  const folder = path.dirname(file)
  // Whatever the umask: what is installed here is started by other users too.
  if (fs.mkdirSync(folder, { recursive: true })) fs.chmodSync(folder, 0o755)
  for (let waited = false; !take(file); waited = true) {
    if (isAbandoned(file)) {
      fs.rmSync(file, { force: true })
      continue
    }
    if (!waited) say('Another installation is running; waiting for it …')
    await sleep(250)
  }
  const pulse = setInterval(() => fs.utimes(file, new Date(), new Date(), () => {}), beat)
  pulse.unref()
  const release = () => fs.rmSync(file, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    clearInterval(pulse)
    process.off('exit', release)
    release()
  }
}
