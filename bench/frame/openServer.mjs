import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const usual = { clinics: 10, published: 0, delay: 0, daily: 40, length: 12, from: 480, daysBack: 50, people: 0 }

/**
 * Starts a clinic server in a process of its own: `clinics` of them with `published` slots each, and `people` besides the doctors,
 * answering creates after `delay` milliseconds. The slots are `daily` a day from `from` on, `length` minutes each and every
 * `step` minutes (one after the other without it), beginning `daysBack` days ago. Answers { url, seen, arrive, close }: `seen` tells
 * what creates came since it was asked last.
 */
export const openServer = async (options) => {
  const child = fork(path.join(import.meta.dirname, 'fastClinic.mjs'), [JSON.stringify({ ...usual, ...options })])
  const told = async () => (await once(child, 'message'))[0]
  const { url } = await told()
  return {
    url,
    seen: async () => {
      const answer = told()
      child.send({})
      return answer
    },
    /** So many call requests come in. */
    arrive: (count) => { child.send({ arriving: count }) },
    close: async () => {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}
