import { startCallRequestArrivals } from './callRequestArrivals'
import { createDemoClinic } from './clinic'
import { parseDemoArguments } from './demoArguments'
import { listen, type Listening } from './listen'

/** What the process tells its parent, once. */
export type DemoProcessMessage =
  | { kind: 'listening', server: string, email: string, password: string }
  | { kind: 'failed', message: string }

/** The side of Electron's utility process that this file needs. */
export interface ParentPort { postMessage: (message: DemoProcessMessage) => void }

/**
 * Opens a demo clinic as the arguments say (those of the demo server) and tells the parent where it listens and who may
 * sign in, or why it does not.
 */
export async function runDemoProcess(parent: ParentPort, args: readonly string[]): Promise<Listening | undefined> {
  const parsed = parseDemoArguments(args)
  if ('wrong' in parsed) {
    parent.postMessage({ kind: 'failed', message: parsed.wrong })
    return undefined
  }
  const clinic = createDemoClinic(parsed.options)
  try {
    const { url, close } = await listen(clinic, { port: parsed.port })
    const stopArrivals = startCallRequestArrivals(clinic, parsed.options.seed ?? 1)
    parent.postMessage({ kind: 'listening', server: url, ...clinic.account })
    return {
      url,
      close: () => {
        stopArrivals()
        return close()
      },
    }
  } catch (error) {
    parent.postMessage({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
    return undefined
  }
}

/** Ends this process when its parent is gone: on Linux and macOS an orphan gets another parent. Windows ends it by itself. */
function endWithParent(): void {
  const parentId = process.ppid
  setInterval(() => { if (process.ppid !== parentId) process.exit(0) }, 2000).unref()
}

// Only a utility process has a parent port; imported anywhere else this file does nothing.
const { parentPort } = process as NodeJS.Process & { parentPort?: ParentPort }
if (parentPort) {
  endWithParent()
  void runDemoProcess(parentPort, process.argv.slice(2))
}
