import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from 'vitest'
import { busCall, connect, type Bus } from '@main/bus/connect'
import type { Value, Variant } from '@main/bus/marshal'
import type { Message } from '@main/bus/message'

/** A notification as it arrived. */
export interface Note { id: number, title: string, body: string, actions: string[], urgency: number }

/** An item of the tray's menu. */
export interface MenuItem { id: number, label: string, isLine: boolean, enabled: boolean }

const NOTIFICATIONS = 'org.freedesktop.Notifications'
const WATCHER = 'org.kde.StatusNotifierWatcher'
const ITEM = 'org.kde.StatusNotifierItem'
const PROPERTIES = 'org.freedesktop.DBus.Properties'
const MENU = 'com.canonical.dbusmenu'

type Serve = (message: Message) => { signature: string, body: Value[] } | 'refused' | undefined

/** Connects to the session bus and answers the calls of one interface. */
async function serving(name: string, serve: Serve): Promise<Bus> {
  const bus = await connect(process.env['DBUS_SESSION_BUS_ADDRESS'] ?? '')
  bus.hear((message) => {
    if (message.kind !== 'call' || !message.sender) return
    const answer = serve(message)
    const to = { replyTo: message.serial, destination: message.sender }
    if (typeof answer === 'object') bus.send({ kind: 'return', ...to, ...answer })
    else bus.send({ kind: 'error', ...to, errorName: 'org.freedesktop.DBus.Error.Failed', signature: 's', body: ['refused'] })
  })
  await busCall(bus, 'RequestName', 'su', name, 4)
  return bus
}

export interface NotificationService {
  notes: Note[]
  /** Ids that the program closed. */
  closed: number[]
  /** From now on it answers with an error. */
  refuse: (isRefusing: boolean) => void
  /** Somebody clicks a notification. */
  click: (note: Note) => void
  /** The service is gone, as when its process is killed. */
  die: () => void
}

/** Stands in for the desktop's notification service. */
export async function notificationService(): Promise<NotificationService> {
  const notes: Note[] = []
  const closed: number[] = []
  let isRefusing = false
  const serve: Serve = ({ member, body }) => {
    if (isRefusing) return 'refused'
    if (member === 'GetCapabilities') return { signature: 'as', body: [['actions', 'body', 'body-markup', 'persistence']] }
    if (member === 'GetServerInformation') return { signature: 'ssss', body: ['stand-in', 'tests', '1', '1.2'] }
    if (member === 'CloseNotification') {
      closed.push(Number(body[0]))
      return { signature: '', body: [] }
    }
    const hints = body[6] as Map<string, Variant>
    const note = {
      id: Number(body[1]) || notes.length + 1, title: String(body[3]), body: String(body[4]), actions: body[5] as string[],
      urgency: Number(hints.get('urgency')?.value ?? 1),
    }
    notes.push(note)
    return { signature: 'u', body: [note.id] }
  }
  const bus = await serving(NOTIFICATIONS, serve)
  const signal = (member: string, signature: string, ...body: Value[]) => {
    bus.send({ kind: 'signal', path: '/org/freedesktop/Notifications', interface: NOTIFICATIONS, member, signature, body })
  }
  return {
    notes, closed,
    refuse(next) { isRefusing = next },
    click(note) { signal('ActionInvoked', 'us', note.id, 'default') },
    die: bus.close,
  }
}

export interface Panel {
  /** How many icons are shown. */
  count: () => number
  tooltip: () => Promise<string>
  /** The icon's PNG, which Chromium lays into a folder on some desktops, GNOME among them. */
  icon: () => Promise<Buffer>
  menu: () => Promise<MenuItem[]>
  choose: (label: string) => Promise<void>
  /** Clicks the icon. */
  click: () => Promise<void>
  /** The panel closes, or opens again, while the watcher stays. */
  setHost: (isThere: boolean) => void
  die: () => void
}

/** Stands in for a panel that shows icons: the watcher with which they register, and their host. */
export async function panel(): Promise<Panel> {
  const items: string[] = []
  let hasHost = true
  const signal = (member: string, signature = '', ...body: Value[]) => {
    bus.send({ kind: 'signal', path: '/StatusNotifierWatcher', interface: WATCHER, member, signature, body })
  }
  const properties = (): Record<string, Variant> => ({
    IsStatusNotifierHostRegistered: { type: 'b', value: hasHost },
    ProtocolVersion: { type: 'i', value: 0 },
    RegisteredStatusNotifierItems: { type: 'as', value: items },
  })
  const serve: Serve = ({ member, body, sender }) => {
    if (member === 'RegisterStatusNotifierItem') {
      const name = String(body[0])
      items.push(name.startsWith('/') ? sender! : name)
      signal('StatusNotifierItemRegistered', 's', items.at(-1)!)
      return { signature: '', body: [] }
    }
    if (member === 'Get') return { signature: 'v', body: [properties()[String(body[1])]!] }
    if (member === 'GetAll') return { signature: 'a{sv}', body: [new Map(Object.entries(properties()))] }
    return 'refused'
  }
  const bus = await serving(WATCHER, serve)
  await busCall(bus, 'AddMatch', 's', "type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged'")
  bus.hear(({ member, body }) => {
    const place = items.indexOf(String(body[0]))
    if (member === 'NameOwnerChanged' && body[2] === '' && place >= 0) items.splice(place, 1)
  })

  const ask = (path: string, of: string, member: string, signature: string, ...body: Value[]) =>
    bus.call({ destination: items.at(-1)!, path, interface: of, member, signature, body })
  const all = async () => (await ask('/StatusNotifierItem', PROPERTIES, 'GetAll', 's', ITEM))[0] as Map<string, Variant>
  const menu = async () => {
    const path = String((await all()).get('Menu')!.value)
    const [, root] = await ask(path, MENU, 'GetLayout', 'iias', 0, -1, []) as [number, RawItem]
    return { path, items: root[2].map(({ value }) => itemOf(value)) }
  }
  const click = async (label: string) => {
    const { path, items: shown } = await menu()
    const item = shown.find((each) => each.label === label)
    if (!item) throw new Error(`${label} is not among ${shown.map((each) => each.label).join(', ')}`)
    await ask(path, MENU, 'Event', 'isvu', item.id, 'clicked', { type: 'i', value: 0 }, 0)
  }
  return {
    count: () => items.length,
    tooltip: async () => String(((await all()).get('ToolTip')!.value as Value[])[2]),
    async icon() {
      const properties = await all()
      const folder = String(properties.get('IconThemePath')!.value)
      const name = `${String(properties.get('IconName')!.value)}.png`
      const file = (await readdir(folder, { recursive: true })).find((each) => path.basename(each) === name)
      return readFile(path.join(folder, file!))
    },
    menu: async () => (await menu()).items,
    async choose(label) {
      // A menu follows its tooltip a moment later, and one that is replaced between the look and the click refuses the click.
      await expect.poll(() => click(label).then(() => 'chosen', (error: unknown) => String(error))).toBe('chosen')
    },
    async click() { await ask('/StatusNotifierItem', ITEM, 'Activate', 'ii', 0, 0) },
    setHost(next) {
      hasHost = next
      signal(next ? 'StatusNotifierHostRegistered' : 'StatusNotifierHostUnregistered')
    },
    die: bus.close,
  }
}

type RawItem = [number, Map<string, Variant>, { value: RawItem }[]]

const itemOf = ([id, properties]: RawItem): MenuItem => ({
  id, label: String(properties.get('label')?.value ?? ''), isLine: properties.get('type')?.value === 'separator',
  enabled: properties.get('enabled')?.value !== false,
})

/** Stands in for logind on a system bus: tells of sleep and of waking up. */
export async function sleeper(address: string): Promise<{ sleep: () => void, wake: () => void, die: () => void }> {
  const bus = await connect(address)
  bus.hear(({ kind, sender, serial, member }) => {
    if (kind !== 'call' || !sender) return
    const to = { replyTo: serial, destination: sender }
    if (member === 'Inhibit') bus.send({ kind: 'error', ...to, errorName: 'org.freedesktop.DBus.Error.NotSupported', signature: '', body: [] })
    else bus.send({ kind: 'return', ...to, signature: '', body: [] })
  })
  await busCall(bus, 'RequestName', 'su', 'org.freedesktop.login1', 4)
  const prepare = (isBefore: boolean) => {
    const of = { path: '/org/freedesktop/login1', interface: 'org.freedesktop.login1.Manager', member: 'PrepareForSleep' }
    bus.send({ kind: 'signal', ...of, signature: 'b', body: [isBefore] })
  }
  return { sleep: () => { prepare(true) }, wake: () => { prepare(false) }, die: bus.close }
}
