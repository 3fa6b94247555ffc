import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { AppFailure, type AppError } from '@shared/errors'
import type { Access } from '@main/http/api'
import type { Client } from '@main/http/client'
import type { Creation } from './creation'
import { sendOnce } from './sendOnce'

const ended: AppError = { kind: 'signedOut', reason: 'ended' }
const creation = {
  async send(api) {
    const { id } = await api.create('api/x/', {}, v.object({ id: v.number() }))
    return { id, take: () => undefined }
  },
} as Pick<Creation, 'send'> as Creation

/** A client whose answers come in this order: a body, or a failure. */
function clientOf(...answers: (string | AppError)[]): Client {
  return {
    skew: () => 0,
    answer: () => Promise.reject(new Error('no reads here')),
    async request() {
      const answer = answers.shift()!
      if (typeof answer !== 'string') throw new AppFailure(answer)
      return new TextEncoder().encode(answer)
    },
  }
}
const send = (client: Client, by: Access['send']) =>
  sendOnce(creation, { client, authority: { access: () => ({ base: 'https://clinic.example/', send: by }) }, lane: 'single' })

describe('sendOnce', () => {
  it('is made when the server says so', async () => {
    expect(await send(clientOf('{"id":7}'), (task) => task('token'))).toMatchObject({ state: 'made', made: { id: 7 } })
  })

  it('is unsent when the session had ended before', async () => {
    expect(await send(clientOf(), () => Promise.reject(new AppFailure(ended)))).toEqual({ state: 'unsent', error: ended })
  })

  it('is unsent when the server refuses the token, and the renewed one', async () => {
    const twice: Access['send'] = (task) => task('old').catch(() => task('new'))
    expect(await send(clientOf(ended, ended), twice)).toEqual({ state: 'unsent', error: ended })
    expect(await send(clientOf(ended, '{"id":7}'), twice)).toMatchObject({ state: 'made' })
  })

  it('is unknown when the session ends while the request is out: it fails as if it had ended before', async () => {
    const over = new AbortController()
    const whileOut: Access['send'] = (task) => {
      over.abort()
      return task('token', over.signal)
    }
    expect(await send(clientOf(ended), whileOut)).toEqual({ state: 'unknown', error: ended })
  })

  it('is unknown when the answer came and the session was over by then', async () => {
    const tooLate: Access['send'] = async (task) => {
      await task('token')
      throw new AppFailure(ended)
    }
    expect(await send(clientOf('{"id":7}'), tooLate)).toEqual({ state: 'unknown', error: ended })
  })

  it('is what the last attempt was', async () => {
    const twice: Access['send'] = (task) => task('old').catch(() => task('new'))
    const dropped: AppError = { kind: 'offline', cause: 'dropped' }
    expect(await send(clientOf(ended, dropped), twice)).toEqual({ state: 'unknown', error: dropped })
  })

  it('throws a fault of ours', async () => {
    await expect(send(clientOf(), () => Promise.reject(new TypeError('ours')))).rejects.toThrow('ours')
  })
})
