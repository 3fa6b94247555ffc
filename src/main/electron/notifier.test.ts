import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, it } from 'vitest'
import { electronNotifier, type Notifications } from './notifier'

interface Options { id?: string, title?: string, body?: string, urgency?: string }
type Activation = (details: { type: string, arguments: string }) => void

/** Stands in for Electron's class: shows at once, unless the system refuses. */
class Native extends EventEmitter {
  static made: Native[] = []
  static standing: Native[] = []
  static answer: 'show' | 'failed' = 'show'
  static activate: Activation = () => undefined
  static handleActivation = (run: Activation) => { Native.activate = run }
  static getHistory = async () => Native.standing
  closed = false
  constructor(readonly options: Options) {
    super()
    Native.made.push(this)
  }
  get id() { return this.options.id }
  show() { this.emit(Native.answer) }
  close() { this.closed = true }
}

const on = (platform: NodeJS.Platform) => electronNotifier(platform, Native as unknown as Notifications)
const note = (key: string, onClick = () => undefined as void) => ({ key, title: 'New', body: 'Rao & <Sons>', sound: true, stays: false, onClick })
const click = (native: Native, words: string) => {
  native.emit('click')
  Native.activate({ type: 'click', arguments: words })
}

beforeEach(() => {
  Object.assign(Native, { made: [], standing: [], answer: 'show', activate: () => undefined })
})

describe('a notification', () => {
  it.each([
    ['linux', undefined, 'Rao &amp; &lt;Sons&gt;'], ['win32', 'request-7', 'Rao & <Sons>'], ['darwin', 'request-7', 'Rao & <Sons>'],
  ] as const)('on %s has the id %s and the text %s', async (platform, id, body) => {
    expect(await on(platform).show(note('request-7'))).toBe(true)
    expect(Native.made[0]!.options).toMatchObject({ body, ...id && { id } })
    expect('id' in Native.made[0]!.options).toBe(id !== undefined)
  })

  it('that the system refuses was not shown', async () => {
    Native.answer = 'failed'
    expect(await on('win32').show(note('request-7'))).toBe(false)
  })

  it('takes the place of the one with its key, and is closed with all', async () => {
    const notifier = on('linux')
    for (const key of ['request-7', 'request-7', 'request-8']) await notifier.show(note(key))
    expect(Native.made.map(({ closed }) => closed)).toEqual([true, false, false])
    notifier.closeAll()
    expect(Native.made.every(({ closed }) => closed)).toBe(true)
  })
})

describe('of an earlier run', () => {
  const clicked: (string | null)[] = []
  const takeUp = (platform: NodeJS.Platform) => {
    clicked.length = 0
    const notifier = on(platform)
    return { notifier, keys: notifier.takeUp((key) => { clicked.push(key) }) }
  }

  it('macOS lists what still stands: it is clicked and closed like others', async () => {
    Native.standing = [new Native({ id: 'request-3' })]
    const { notifier, keys } = takeUp('darwin')
    expect(await keys).toEqual(['request-3'])
    Native.standing[0]!.emit('click')
    expect(clicked).toEqual(['request-3'])
    notifier.close('request-3')
    expect(Native.standing[0]!.closed).toBe(true)
  })

  it('Windows hands clicks over, with the key or without', async () => {
    expect(await takeUp('win32').keys).toEqual([])
    Native.activate({ type: 'click', arguments: 'type=click&tag=request-3' })
    Native.activate({ type: 'click', arguments: 'type=click&tag=4711' })
    Native.activate({ type: 'reply', arguments: 'tag=request-3' })
    expect(clicked).toEqual(['request-3', null])
  })

  it('Windows tells twice of a click on one of this run: what it opened stays open', async () => {
    const { notifier } = takeUp('win32')
    let opened = 0
    await notifier.show(note('request-7', () => { opened += 1 }))
    click(Native.made[0]!, 'type=click&tag=4711')
    expect([opened, clicked]).toEqual([1, []])
  })

  it('an Electron that has neither is asked for neither', async () => {
    const { handleActivation, getHistory } = Native
    Object.assign(Native, { handleActivation: undefined, getHistory: undefined })
    expect([await takeUp('win32').keys, await takeUp('darwin').keys, await takeUp('linux').keys]).toEqual([[], [], []])
    Object.assign(Native, { handleActivation, getHistory })
  })
})
