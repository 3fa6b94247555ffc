import { utilityProcess, type UtilityProcess } from 'electron'
import * as v from 'valibot'
import type { DemoHost } from '../ports'

const listening = v.object({ kind: v.literal('listening'), server: v.string(), email: v.string(), password: v.string() })
type Listening = v.InferOutput<typeof listening>

/** Runs the demo clinic (`entry`: its built file) in a utility process, once; it ends with the program. */
export function electronDemoHost(entry: string): DemoHost {
  let running: Promise<Listening> | undefined
  const start = async () => {
    const child = utilityProcess.fork(entry, ['--size', 'small'], { serviceName: 'Demo clinic', stdio: 'ignore' })
    child.once('exit', () => { running = undefined })
    return firstMessage(child)
  }
  return { start: () => running ??= start() }
}

const firstMessage = (child: UtilityProcess) => new Promise<Listening>((resolve, reject) => {
  child.once('message', (message: unknown) => {
    const read = v.safeParse(listening, message)
    if (read.success) resolve(read.output)
    else reject(new Error('the demo clinic did not start'))
  })
  child.once('exit', () => { reject(new Error('the demo clinic ended')) })
})
