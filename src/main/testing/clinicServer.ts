import type { ServerResponse } from 'node:http'
import { clinicApi, type ClinicApi } from '@main/http/api'
import { createClient, type Observe } from '@main/http/client'
import { faultServer, sendJson } from './faultServer'
import { nodeTransport } from './nodeTransport'

const BASE = '/v1/api/integrate/'

/** A canned answer: JSON (a value, or a text sent as it is), a status with a page as Django's, or what is done to the response by hand. */
export type Answer = { json: unknown, status?: number } | { text: string } | { status: number } | ((response: ServerResponse) => void)

/** A server on loopback whose answers a test decides, and the real client before it. */
interface ClinicServer {
  api: ClinicApi
  /** What was asked, in the order of arrival: path below the base, with its query. */
  asked: string[]
  /** The most requests that were open at the same time. */
  peak: () => number
  close: () => Promise<void>
}

/** Starts it; `answer` gets the path below the base with its query, `api/hospitalstaff/?page=2`. */
export async function clinicServer(answer: (path: string) => Answer | Promise<Answer>, observe?: Observe): Promise<ClinicServer> {
  const asked: string[] = []
  const open = { now: 0, peak: 0 }
  const { origin, close } = await faultServer(({ path: whole }, response) => {
    const path = whole.slice(BASE.length)
    asked.push(path)
    open.now += 1
    open.peak = Math.max(open.peak, open.now)
    response.on('close', () => { open.now -= 1 })
    void Promise.resolve(answer(path)).then((given) => { send(response, given) })
  })
  const transport = nodeTransport()
  transport.allow(origin)
  const client = createClient({ transport, clock: Date.now, sleep: () => Promise.resolve(), ...observe && { observe } })
  return {
    api: clinicApi(client, { access: () => ({ base: origin + BASE, send: (task) => task('token') }) }),
    asked,
    peak: () => open.peak,
    close,
  }
}

function send(response: ServerResponse, answer: Answer): void {
  if (typeof answer === 'function') answer(response)
  else if ('json' in answer) sendJson(response, answer.json, answer.status)
  else if ('text' in answer) sendJson(response, answer.text)
  else response.writeHead(answer.status, { 'content-type': 'text/html' }).end('<h1>Server Error</h1>')
}
