import type { DemoHost } from '@main/ports'

/** The demo clinic as the session sees it. */
export interface Demo extends DemoHost {
  /** Whether an origin is the demo clinic's; false for all until it was started. */
  isAt: (origin: string) => boolean
}

/** Notes where the demo clinic listens. */
export function demoAt(host: DemoHost): Demo {
  let origin: string | undefined
  return {
    start: async () => {
      const started = await host.start()
      origin = new URL(started.server).origin
      return started
    },
    isAt: (asked) => asked === origin,
  }
}
