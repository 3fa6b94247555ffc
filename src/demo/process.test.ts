import { describe, expect, it } from 'vitest'
import { runDemoProcess, type DemoProcessMessage } from './process'

const parent = () => {
  const messages: DemoProcessMessage[] = []
  return { messages, postMessage: (message: DemoProcessMessage) => { messages.push(message) } }
}

describe('the demo process', () => {
  it('tells its parent where it listens and who may sign in there', async () => {
    const port = parent()
    const running = await runDemoProcess(port, ['--size', 'small'])
    const [message] = port.messages
    expect(message).toEqual({ kind: 'listening', server: running!.url, email: expect.any(String) as string, password: expect.any(String) as string })
    if (message?.kind !== 'listening') throw new Error('not listening')
    expect(message.server).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const { email, password } = message
    const answer = await fetch(`${message.server}/v1/api/integrate/api/token/`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ email, password }),
    })
    expect(answer.status).toBe(200)
    await running!.close()
    await expect(fetch(message.server)).rejects.toThrow('fetch failed')
  })

  it('tells its parent why it does not listen: bad arguments, a port that is taken', async () => {
    const first = await runDemoProcess(parent(), [])
    const taken = parent()
    expect(await runDemoProcess(taken, ['--port', new URL(first!.url).port])).toBeUndefined()
    expect(taken.messages).toEqual([{ kind: 'failed', message: expect.stringContaining('EADDRINUSE') as string }])
    const bad = parent()
    await runDemoProcess(bad, ['--size', 'huge'])
    expect(bad.messages).toEqual([{ kind: 'failed', message: '--size must be small, medium, large, not "huge".' }])
    await first!.close()
  })
})
