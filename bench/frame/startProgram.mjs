import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { devtools } from './devtools.mjs'

const instant = () => performance.timeOrigin + performance.now()

/** The switches that every program here is started with, the empty window too. */
export const switches = ({ sandboxed }, profile) => [
  '--disable-gpu', '--force-prefers-reduced-motion', `--user-data-dir=${profile}`,
  ...process.platform === 'linux' ? ['--password-store=gnome-libsecret'] : [], ...sandboxed ? [] : ['--no-sandbox'],
]

/**
 * Runs in the page, before anything of it: tells through `benchTold` when `shown` is so and painted, and after that when `answered` is.
 * Painted: the first task after the frame in which it was so.
 */
const probe = (shown, answered) => `(() => {
  const told = (name) => benchTold(JSON.stringify({ name, at: performance.timeOrigin + performance.now() }))
  const afterPaint = (then) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = then
    port2.postMessage(0)
  })
  const once = (holds, then) => {
    const events = ['input', 'focusin', 'hashchange']
    const look = () => {
      if (!document.body || !holds()) return
      observer.disconnect()
      for (const event of events) removeEventListener(event, look, true)
      afterPaint(then)
    }
    const observer = new MutationObserver(look)
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    for (const event of events) addEventListener(event, look, true)
    look()
  }
  told('page')
  once(() => ${shown}, () => {
    const before = { text: document.querySelector('h1, p')?.textContent }
    told('painted')
    once(() => ${answered}, () => told('answered'))
  })
})()`

/**
 * Starts Electron with a program's folder and follows its first page: { shown, answered } are expressions, `key` is what is pressed
 * for real once `shown` is painted. Answers { child, session, devtools, times }: milliseconds after the start until the page began
 * (`page`), `shown` was painted (`painted`) and the answer to the key was (`answered`).
 */
export const startProgram = async ({ electron, env }, { args, shown, answered, key }) => {
  const begun = instant()
  const child = spawn(electron, ['--remote-debugging-pipe', ...args], { env, stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] })
  const page = devtools(child)
  const times = {}
  const done = deferred()
  page.on('Target.attachedToTarget', async ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'page') {
      page.sessionId = sessionId
      void page.send('Page.enable', {}, sessionId)
      void page.send('Runtime.enable', {}, sessionId)
      void page.send('Runtime.addBinding', { name: 'benchTold' }, sessionId)
      void page.send('Page.addScriptToEvaluateOnNewDocument', { source: probe(shown, answered), runImmediately: true }, sessionId)
    }
    await page.send('Runtime.runIfWaitingForDebugger', {}, sessionId)
  })
  page.on('Runtime.bindingCalled', ({ payload }, sessionId) => {
    const { name, at } = JSON.parse(payload)
    times[name] ??= at - begun
    if (name === 'painted') void press(page, sessionId, key)
    if (name === 'answered') done.resolve()
  })
  void page.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })
  const late = setTimeout(() => done.reject(new Error(`the program was not ready within a minute: ${JSON.stringify(times)}`)), 60_000)
  try {
    await done.promise
  } catch (error) {
    await end(child)
    throw error
  } finally {
    clearTimeout(late)
  }
  return { child, devtools: page, times, close: () => end(child) }
}

const deferred = () => {
  const made = {}
  made.promise = new Promise((resolve, reject) => { Object.assign(made, { resolve, reject }) })
  return made
}

const press = async (page, sessionId, { key, code, text = key }) => {
  await page.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code, text }, sessionId)
  await page.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code }, sessionId)
}

/** Ends it as its own menu would, after a while by force. */
const end = async (child) => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const harder = setTimeout(() => child.kill('SIGKILL'), 5000)
  await gone
  clearTimeout(harder)
}

/** The empty window: what to start, when it is painted, and how it answers a key. */
export const emptyWindow = (runtime, profile) => ({
  args: [...switches(runtime, profile), path.join(import.meta.dirname, 'stage')],
  shown: "document.querySelector('p') !== null", answered: "document.querySelector('p').textContent === 'x'", key: { key: 'x', code: 'KeyX' },
})
