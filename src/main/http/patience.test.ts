import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { sendJson } from '@main/testing/faultServer'
import { errorOf, setUp } from '@main/testing/testClient'
import { parseJson } from './json'

describe('trying again', () => {
  it.each([
    ['a lost connection', (response: ServerResponse) => { response.destroy() }],
    ['a 500', (response: ServerResponse) => { sendJson(response, {}, 500) }],
    ['a short 429', (response: ServerResponse) => { sendJson(response, {}, 429, { 'retry-after': '1' }) }],
  ])('gets a read through after %s, twice', async (_, fail) => {
    let times = 0
    const { ask, slept } = await setUp((__, response) => {
      times += 1
      if (times < 3) fail(response)
      else sendJson(response, ['good'])
    })
    expect(parseJson(await ask('/x/'))).toEqual(['good'])
    expect(slept.filter((ms) => ms >= 1000)).toContain(2000)
  })

  it('ends after the third time', async () => {
    const { ask, server, slept } = await setUp((_, response) => { sendJson(response, {}, 502) })
    expect(await errorOf(ask('/x/'))).toEqual({ kind: 'server', status: 502 })
    expect(server.seen).toHaveLength(3)
    expect(slept).toEqual([1000, 2000])
  })

  it.each([400, 401, 403, 404, 409])('is of no use after %i', async (status) => {
    const { ask, server } = await setUp((_, response) => { sendJson(response, {}, status) })
    await errorOf(ask('/x/'))
    expect(server.seen).toHaveLength(1)
  })

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)('never happens to a %s', async (method) => {
    for (const status of [undefined, 500, 503]) {
      const { ask, server } = await setUp((_, response) => { if (status) sendJson(response, {}, status); else response.destroy() })
      await errorOf(ask('/x/', method))
      expect(server.seen).toHaveLength(1)
    }
  })
})

describe('a 429', () => {
  it('keeps the whole client quiet until its time, without asking', async () => {
    let now = 1_000_000
    const { ask, server } = await setUp(({ path }, response) => {
      if (path === '/a/') sendJson(response, {}, 429, { 'retry-after': '60' })
      else sendJson(response, [])
    }, { now: () => now })
    expect(await errorOf(ask('/a/'))).toEqual({ kind: 'throttled', retryAfter: 60 })
    now += 20_500
    expect(await errorOf(ask('/b/'))).toEqual({ kind: 'throttled', retryAfter: 40 })
    expect(await errorOf(ask('/b/', 'POST'))).toEqual({ kind: 'throttled', retryAfter: 40 })
    expect(server.seen).toHaveLength(1)
    now += 39_500
    expect(parseJson(await ask('/b/'))).toEqual([])
  })

  it('holds for the server that said so, not for another', async () => {
    const { ask, client } = await setUp((_, response) => { sendJson(response, {}, 429, { 'retry-after': '60' }) })
    await errorOf(ask('/a/'))
    expect(await errorOf(client.request({ method: 'GET', url: 'http://127.0.0.1:9/' }))).toMatchObject({ kind: 'offline' })
  })

  it('is waited for when little of it is left', async () => {
    let now = 1_000_000
    const { ask, slept } = await setUp(({ path }, response) => {
      if (path === '/a/') sendJson(response, {}, 429, { 'retry-after': '5' })
      else sendJson(response, [])
    }, { now: () => now })
    await errorOf(ask('/a/'))
    now += 3500
    expect(parseJson(await ask('/b/'))).toEqual([])
    expect(slept).toEqual([1500])
  })
})
