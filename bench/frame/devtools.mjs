/**
 * Speaks Chromium's DevTools protocol over the pipes that a child got for it (`--remote-debugging-pipe`, file descriptors 3 and 4).
 * Answers { send, on }: `send` resolves with the answer; `on` hears the events of one name, with the session that they came from.
 */
export const devtools = (child) => {
  const [, , , outgoing, incoming] = child.stdio
  const waiting = new Map()
  const listeners = new Map()
  let sent = 0
  let rest = ''

  const take = ({ id, error, result, method, params, sessionId }) => {
    if (method) return listeners.get(method)?.(params, sessionId)
    const call = waiting.get(id)
    waiting.delete(id)
    if (error) call?.reject(new Error(error.message))
    else call?.resolve(result)
  }
  incoming.setEncoding('utf8')
  incoming.on('data', (chunk) => {
    const messages = (rest + chunk).split('\0')
    rest = messages.pop()
    for (const message of messages) take(JSON.parse(message))
  })
  // The program may have gone while something was still to be said to it.
  outgoing.on('error', () => {})

  return {
    send: (method, params = {}, sessionId) => new Promise((resolve, reject) => {
      sent += 1
      waiting.set(sent, { resolve, reject })
      outgoing.write(`${JSON.stringify({ id: sent, method, params, sessionId })}\0`)
    }),
    on: (method, listener) => { listeners.set(method, listener) },
  }
}
