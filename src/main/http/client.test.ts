import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import type { ServerResponse } from 'node:http'
import { inspect } from 'node:util'
import { createGzip } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { AppFailure, type AppError } from '@shared/errors'
import { faultServer, sendJson, type FaultServer } from '@main/testing/faultServer'
import { TOKEN, clientOf, errorOf, servers, setUp } from '@main/testing/testClient'
import { parseJson } from './json'

describe('a read on condition', () => {
  const known = { etag: 'W/"7"', lastModified: 'Mon, 23 Nov 2026 09:00:00 GMT' }

  it('hands out what to ask by the next time, and sends it', async () => {
    const { server, client } = await setUp((_, response) => { sendJson(response, [1], 200, { etag: known.etag, 'last-modified': known.lastModified }) })
    const url = `${server.origin}/one/`
    expect((await client.answer({ method: 'GET', url })).validator).toEqual(known)
    await client.answer({ method: 'GET', url, known })
    expect(server.seen.map(({ headers }) => [headers['if-none-match'], headers['if-modified-since']]))
      .toEqual([[undefined, undefined], [known.etag, known.lastModified]])
  })

  it('has no body when nothing has changed', async () => {
    const { server, client } = await setUp((_, response) => { response.writeHead(304).end() })
    expect(await client.answer({ method: 'GET', url: `${server.origin}/one/`, known })).toEqual({ body: null, validator: known })
  })

  it('takes "nothing has changed" for a fault when nothing was known', async () => {
    const { ask } = await setUp((_, response) => { response.writeHead(304).end() })
    expect(await errorOf(ask('/one/'))).toEqual({ kind: 'moved' })
  })
})

describe('what a request carries', () => {
  it('asks for JSON with the token, without a cookie', async () => {
    const { server, ask } = await setUp((_, response) => { sendJson(response, [1], 200, { 'set-cookie': 'a=b' }) })
    await ask('/one/')
    expect(parseJson(await ask('/two/'))).toEqual([1])
    expect(server.seen.map(({ path, headers }) => [path, headers.accept, headers.authorization, headers.cookie, headers['content-type']]))
      .toEqual(['/one/', '/two/'].map((path) => [path, 'application/json', `Bearer ${TOKEN}`, undefined, undefined]))
  })

  it.each(['POST', 'PUT', 'PATCH'] as const)('sends %s as JSON with its type', async (method) => {
    const { server, ask } = await setUp((_, response) => { sendJson(response, {}, 201) })
    await ask('/x/', method)
    expect(server.seen[0]).toMatchObject({ method, body: '{"name":"Ä"}', headers: { 'content-type': 'application/json' } })
  })

  it('takes the empty answer of a DELETE', async () => {
    const { client, server } = await setUp((_, response) => { response.writeHead(204).end() })
    expect(await client.request({ method: 'DELETE', url: `${server.origin}/x/` })).toHaveLength(0)
    expect(server.seen[0]!.headers['content-type']).toBeUndefined()
  })
})

const big = (response: ServerResponse, compressed: boolean) => {
  response.writeHead(200, { 'content-type': 'application/json', ...compressed && { 'content-encoding': 'gzip' } })
  const out = compressed ? createGzip().on('error', () => undefined) : response
  if (out !== response) out.pipe(response)
  const chunk = Buffer.alloc(1024 * 1024, ' ')
  let left = 256
  const more = () => {
    while (left > 0 && !response.destroyed) {
      left -= 1
      if (!out.write(chunk)) return
    }
    out.end('[]')
  }
  out.on('drain', more)
  more()
}

const faults: [string, (response: ServerResponse) => void, AppError][] = [
  ['a web page', (response) => { response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in to the network</html>') }, { kind: 'webPage' }],
  ['a web page that says it is nothing', (response) => { response.writeHead(200).end('\n <!doctype html>') }, { kind: 'webPage' }],
  ['text', (response) => { response.writeHead(200, { 'content-type': 'text/plain' }).end('[]') }, { kind: 'unusable', detail: 'json' }],
  ['a cut body', (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 })
    response.write('[1,')
    setTimeout(() => { response.destroy() }, 20)
  }, { kind: 'offline', cause: 'dropped' }],
  ['no answer at all', (response) => { response.destroy() }, { kind: 'offline', cause: 'dropped' }],
  ['a body that never ends', (response) => { big(response, false) }, { kind: 'tooLarge' }],
  ['a gzip bomb', (response) => { big(response, true) }, { kind: 'tooLarge' }],
  ['broken compression', (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end('no gzip')
  }, { kind: 'unusable', detail: 'json' }],
  ['silence', () => undefined, { kind: 'timeout' }],
  ['a drip', (response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const drip = setInterval(() => { response.write(' ') }, 20)
    response.on('close', () => { clearInterval(drip) })
  }, { kind: 'timeout' }],
  ['a dripping refusal', (response) => {
    response.writeHead(400, { 'content-type': 'application/json' })
    const drip = setInterval(() => { response.write(' ') }, 20)
    response.on('close', () => { clearInterval(drip) })
  }, { kind: 'timeout' }],
  ['a 500 with a page of any size', (response) => {
    response.writeHead(500, { 'content-type': 'text/html' })
    response.end('<h1>Server Error</h1>'.repeat(1_000_000))
  }, { kind: 'server', status: 500 }],
]

describe('what can come back', () => {
  it.each(faults)('takes %s for %#', async (_, answer, expected) => {
    const { ask, server } = await setUp((__, response) => { answer(response) }, expected.kind === 'timeout' ? { deadlines: { read: 300, write: 300 } } : {})
    expect(await errorOf(ask('/x/', 'POST'))).toEqual(expected)
    expect(server.seen).toHaveLength(1)
    expect(await errorOf(ask('/x/'))).toEqual(expected)
  })

  it.each(['', '{"a":', '[1,]', 'NaN', '\u0000', Buffer.from([0x22, 0xff, 0x22]).toString('latin1')])('takes %j as JSON for unusable', async (body) => {
    const { ask } = await setUp((_, response) => { response.writeHead(200, { 'content-type': 'application/json' }).end(Buffer.from(body, 'latin1')) })
    expect(await errorOf(ask('/x/').then(parseJson))).toEqual({ kind: 'unusable', detail: 'json' })
  })

  it('takes what is no HTTP for unusable, a closed port for unreachable, plain HTTP on a TLS address for untrusted', async () => {
    const garbage = createServer((socket: Socket) => { socket.on('error', () => undefined).end('220 mail.example ESMTP\r\n\r\n', () => { socket.destroy() }) }).listen(0, '127.0.0.1')
    await once(garbage, 'listening')
    const origin = `http://127.0.0.1:${(garbage.address() as AddressInfo).port}`
    expect(await errorOf(clientOf(origin, Date.now).ask('/'))).toEqual({ kind: 'unusable', detail: 'json' })
    garbage.close()
    await once(garbage, 'close')
    expect(await errorOf(clientOf(origin, Date.now).ask('/'))).toEqual({ kind: 'offline', cause: 'unreachable' })
    const { server } = await setUp((_, response) => { response.end() })
    expect(await errorOf(clientOf(server.origin.replace('http', 'https'), Date.now).ask('/'))).toMatchObject({ kind: 'untrusted' })
  })

  it('asks no other origin than the allowed one', async () => {
    const { server } = await setUp((_, response) => { sendJson(response, []) })
    const { ask } = clientOf('http://127.0.0.1:9', Date.now)
    // The origin's text stands where a URL has its user name.
    expect(await errorOf(ask(`@${server.origin.slice(7)}/`))).toEqual({ kind: 'offline', cause: 'network' })
    expect(server.seen).toEqual([])
  })
})

describe('redirects', () => {
  const targets: [string, (own: string, other: string) => string][] = [
    ['the same origin', () => '/target/'], ['another origin', (_, other) => `${other}/target/`], ['itself', (own) => own],
  ]
  it.each([301, 302, 303, 307, 308].flatMap((status) => targets.map(([name, target]) => [status, name, target] as const)))('are not followed: %i to %s', async (status, _, target) => {
    const other: FaultServer = await faultServer((__, response) => { sendJson(response, []) })
    servers.push(other)
    const { ask, server } = await setUp(({ path }, response) => {
      response.writeHead(status, { location: target(path, other.origin) }).end()
    })
    for (const method of ['GET', 'POST'] as const) expect(await errorOf(ask('/from/', method))).toEqual({ kind: 'moved' })
    expect(server.seen.map(({ path }) => path)).toEqual(['/from/', '/from/'])
    expect(other.seen).toEqual([])
  })
})

describe('around a request', () => {
  it('ends with the caller’s own reason when the caller ends it, before or after it began', async () => {
    const { ask, server } = await setUp(() => undefined)
    const caller = new AbortController()
    const asked = errorOf(ask('/x/', 'GET', caller.signal))
    while (server.seen.length === 0) await new Promise((resolve) => { setTimeout(resolve, 5) })
    caller.abort(new AppFailure({ kind: 'signedOut', reason: 'none' }))
    expect(await asked).toEqual({ kind: 'signedOut', reason: 'none' })
    expect(await errorOf(ask('/y/', 'GET', caller.signal))).toEqual({ kind: 'signedOut', reason: 'none' })
    expect(server.seen).toHaveLength(1)
  })

  it('sends a write only when the answer of the one before was read to its end', async () => {
    const log: string[] = []
    const { ask } = await setUp(({ path }, response) => {
      log.push(`asked ${path}`)
      response.writeHead(201, { 'content-type': 'application/json' }).write('{')
      setTimeout(() => {
        log.push(`answered ${path}`)
        response.end('}')
      }, 50)
    })
    await Promise.all([ask('/1/', 'POST'), ask('/2/', 'POST')])
    expect(log).toEqual(['asked /1/', 'answered /1/', 'asked /2/', 'answered /2/'])
  })

  it('tells the observer what began and how it ended', async () => {
    const events: unknown[] = []
    const { ask } = await setUp(({ path }, response) => { sendJson(response, [], path === '/good/' ? 200 : 500) }, { observe: (event) => { events.push(event) } })
    await ask('/good/')
    await errorOf(ask('/bad/'))
    expect(events).toEqual([{ kind: 'begun' }, { kind: 'succeeded' }, { kind: 'begun' }, { kind: 'failed', began: expect.any(Number), error: { kind: 'server', status: 500 } }])
  })

  it('learns how far the server’s clock is ahead', async () => {
    const { ask, client } = await setUp((_, response) => { sendJson(response, []) }, { now: () => Date.now() - 3_600_000 })
    await ask('/x/')
    expect(Math.abs(client.skew() - 3_600_000)).toBeLessThan(2000)
  })

  it.each(faults.slice(0, 5))('lets no token into what it throws after %s', async (_, answer) => {
    const { ask } = await setUp((__, response) => { answer(response) })
    const thrown: unknown = await ask('/x/').catch((cause: unknown) => cause)
    expect(inspect(thrown, { depth: 12, showHidden: true }) + JSON.stringify(thrown) + String((thrown as Error).stack)).not.toContain('marker-token')
  })
})
