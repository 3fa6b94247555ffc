import type { DemoHost } from '@main/ports'

/** The demo clinic as the session sees it. */
export interface Demo extends DemoHost {
  /** Whether an origin is the demo clinic's; false for all until it was started. */
  isAt: (origin: string) => boolean
  /** The password of its account; undefined for all other origins. */
  passwordAt: (origin: string) => string | undefined
}

/** Notes where the demo clinic listens. */
export function demoAt(host: DemoHost): Demo {
  let origin: string | undefined
  let password: string | undefined
  return {
    start: async () => {
      const started = await host.start()
      origin = new URL(started.server).origin
      password = started.password
      return started
    },
    isAt: (asked) => asked === origin,
    passwordAt: (asked) => asked === origin ? password : undefined,
  }
}
