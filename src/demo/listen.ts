import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { DemoClinic } from './clinic'

export interface ListenOptions {
  /** 0, the default, takes any free port. */
  port?: number
  host?: '127.0.0.1' | '::1'
}

export interface Listening {
  /** Address without a slash at its end: `http://127.0.0.1:8123`. */
  url: string
  /** Stops listening and cuts what is connected. */
  close: () => Promise<void>
}

/** Puts a clinic on a port of this computer's loopback. Rejects when the port is taken. */
export async function listen(clinic: Pick<DemoClinic, 'fetch'>, { port = 0, host = '127.0.0.1' }: ListenOptions = {}): Promise<Listening> {
  // The adapter would replace the process's own Request and Response, which other code of this process uses too.
  const server = createAdaptorServer({ fetch: clinic.fetch, overrideGlobalObjects: false }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const { port: taken } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    close: () => new Promise((resolve) => {
      server.close(() => { resolve() })
      server.closeAllConnections()
    }),
  }
}
