import { expect, test, vi } from 'vitest'
import { manualTimers } from '@main/testing/manualTimers'
import { afterFirstPicture } from './firstPicture'

const url = 'https://clinic.example/api/staff/'

function opened() {
  const timers = manualTimers()
  const read = vi.fn(async () => new Response('[]'))
  const write = vi.fn(async () => new Response('{}'))
  return { ...afterFirstPicture({ read, write, allow: () => undefined }, timers.after), read, write, timers }
}

test('reads wait until the page has its first picture, and go out at once from then on', async () => {
  const { transport, onPictured, read } = opened()
  const asked = transport.read(url, {})
  await Promise.resolve()
  expect(read).not.toHaveBeenCalled()
  onPictured()
  await asked
  await transport.read(url, {})
  expect(read).toHaveBeenCalledTimes(2)
})

test('writes do not wait', async () => {
  const { transport, write } = opened()
  await transport.write(url, {}, 'single')
  expect(write).toHaveBeenCalledOnce()
})

test('a page that never has a picture does not keep the desk from its server', async () => {
  const { transport, read, timers } = opened()
  const asked = transport.read(url, {})
  timers.advance(3000)
  await asked
  expect(read).toHaveBeenCalledOnce()
})

test('a read that was given up meanwhile is not sent', async () => {
  const { transport, onPictured, read } = opened()
  const given = new AbortController()
  const asked = transport.read(url, { signal: given.signal })
  given.abort()
  onPictured()
  await expect(asked).rejects.toThrow()
  expect(read).not.toHaveBeenCalled()
})
