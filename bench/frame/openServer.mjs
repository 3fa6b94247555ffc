import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

/**
 * Starts a clinic server in a process of its own: `clinics` of them with `published` slots each, answering creates after `delay`
 * milliseconds. Answers { url, seen, close }: `seen` tells what creates came since it was asked last.
 */
export const openServer = async ({ clinics = 10, published = 0, delay = 0 }) => {
  const child = fork(path.join(import.meta.dirname, 'fastClinic.mjs'), [JSON.stringify({ clinics, published, delay })])
  const told = async () => (await once(child, 'message'))[0]
  const { url } = await told()
  return {
    url,
    seen: async () => {
      const answer = told()
      child.send('seen')
      return answer
    },
    close: async () => {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}
