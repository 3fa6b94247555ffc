import type { UpdateFault } from '@shared/domain/updates'
import type { WallPicture, WallScreen } from '@shared/domain/wall'
import type { LogEvent, LogFields } from './log/events'

/** All that the program wants from a desktop and its network. Adapters: src/main/electron; stand-ins: src/main/testing. */

/**
 * Ways for writes that never wait for each other: tokens, what a person does singly, and the several of a job.
 */
export type Lane = 'token' | 'single' | `job-${number}`

/** What is used of an answer of `fetch`. */
export interface Arriving {
  ok: boolean
  status: number
  headers: { get: (name: string) => string | null }
  body: { getReader: () => BodyReader } | null
}
export interface BodyReader {
  read: () => Promise<{ done: boolean, value?: Uint8Array | undefined }>
  cancel: () => Promise<void>
}

/**
 * The way to the clinic server. Both functions are `fetch` with redirects refused, no cookies, no cache; they differ in one thing:
 * Chromium's stack sends a request again by itself when a reused connection drops, so what must arrive at most once goes through `write`.
 */
export interface Transport {
  read: (url: string, init: RequestInit) => Promise<Arriving>
  /** On a fresh connection of its own. Writes of one lane go out one after the other, those of several at the same time. */
  write: (url: string, init: RequestInit, lane: Lane) => Promise<Arriving>
  /** The only origin that may be asked from now on; null forbids all. */
  allow: (origin: string | null) => void
}

/** The operating system's key store. */
export interface KeyStore {
  /** Whether secrets are really protected, proved by a round trip; without it nothing of a person is written to disk. */
  isProtected: () => Promise<boolean>
  wrap: (secret: Uint8Array) => Promise<Uint8Array>
  /** `isOutdated`: the store has a better key by now, and it should be wrapped again. Throws when the key store can not open it. */
  unwrap: (wrapped: Uint8Array) => Promise<{ secret: Uint8Array, isOutdated: boolean }>
}

/** Small values that are no secrets: settings, window bounds, chosen clinics. */
export interface Preferences {
  get: (key: string) => unknown
  /** Throws when the value can not be read back after writing (full disk). */
  set: (key: string, value: unknown) => void
}

/** One event of a closed set a line; `fields` hold no text from a server or a person. */
export interface Log {
  info: <E extends LogEvent>(event: E, fields?: LogFields<E>) => void
  warn: <E extends LogEvent>(event: E, fields?: LogFields<E>) => void
}

/** The built-in demo clinic, in a process of its own. */
export interface DemoHost {
  /** Starts it if it does not run yet; where it listens and who may sign in. */
  start: () => Promise<{ server: string, email: string, password: string }>
}

/** Files that a person wants to have outside the program. */
export interface Files {
  /** Asks where to save it; `name` is proposed. False when nobody chose a place. Throws when it can not be written there. */
  save: (name: string, content: string | Uint8Array) => Promise<boolean>
  /** Asks for a folder, beginning at `from`; undefined when nobody chose one. */
  chooseFolder: (from: string | undefined) => Promise<string | undefined>
}

/** A document for paper: it needs no script, and nothing that would have to be fetched. */
export interface Paper {
  title: string
  html: string
  css: string
  /** What stands at the foot of each page, beside its number. Plain text. */
  foot: string
  /** The page's number in words, with `{n}` for it and `{m}` for how many there are. */
  page: string
  landscape: boolean
  direction: 'ltr' | 'rtl'
}

/** Puts documents on A4 pages, each with its number and how many there are. */
export interface Press {
  /** As a PDF file's bytes. */
  pdf: (paper: Paper) => Promise<Uint8Array>
  /** Asks for a printer. False when the person thought better of it. Throws when nothing can be printed. */
  print: (paper: Paper) => Promise<boolean>
}

/** The desktop's clipboard: the pages have no permission for it. */
export interface Clipboard {
  /** `html` is the same for programs that take formatted text. */
  write: (text: string, html?: string) => Promise<void>
}

/** How much somebody looks: `idle` while nobody has touched the computer for minutes, `hidden` while no window of ours is to be seen. */
export type Attention = 'active' | 'idle' | 'hidden'

/** Whether somebody is at the desk. */
export interface Presence {
  read: () => { attention: Attention, onBattery: boolean }
  /**
   * Told when something begins anew: the computer woke up or was unlocked, the window is looked at again.
   * Comes in bursts, and some of it twice.
   */
  onReturn: (run: () => void) => void
  /** Seconds since the last key or movement at this computer. */
  idleSeconds: () => number
  /** Told when the computer is locked or goes to sleep; sometimes twice. */
  onAway: (run: () => void) => void
}

/** Wall clock in epoch milliseconds. */
export type Clock = () => number

/** The system's notifications. */
export interface Notifier {
  /**
   * Shows one, in place of the one with the same key; resolves to whether the system showed it. `title` and `body` are plain text.
   * `onClick` may come hours later, also from the notification centre where the system delivers that.
   */
  show: (notification: Notification) => Promise<boolean>
  close: (key: string) => void
  closeAll: () => void
  /**
   * Tells of clicks on notifications that an earlier run has shown, or that the system hands over to the program as a whole; the key is
   * null where it does not say which one. Resolves to the keys of those that still stand in the notification centre, as far as the
   * system lists them: from now on they can be closed like others.
   */
  takeUp: (onClick: (key: string | null) => void) => Promise<string[]>
}
export interface Notification {
  key: string
  title: string
  body: string
  sound: boolean
  /** Whether it stays until somebody deals with it. */
  stays: boolean
  onClick: () => void
}

/** The icon beside the system's clock. */
export interface Tray {
  /** Whether there is one: on Linux only where a panel shows them. May change at any time. */
  isThere: () => boolean
  show: (view: TrayView) => void
}
export interface TrayView {
  icon: 'normal' | 'offline' | 'paused' | 'signedOut'
  /** Drawn into the icon when it is not 0. */
  count: number
  tooltip: string
  menu: TrayItem[]
}
export type TrayItem =
  | { kind: 'action', label: string, run: () => void }
  /** Words that nothing can be done with. */
  | { kind: 'words', label: string }
  | { kind: 'line' }

/** How the desktop is told, beside its notifications. */
export interface Desktop {
  notifier: Notifier
  tray: Tray
  /** The number on the program's icon in dock or taskbar, where there is one. */
  badge: (count: number) => void
  /** Makes itself heard, and seen in the taskbar, where no notification could be shown. */
  ring: (how: { sound: boolean }) => void
  /** Brings the window to the front. */
  showWindow: () => void
  quit: () => void
  /** Throws when the system refuses. */
  startAtLogin: (how: { on: boolean, hidden: boolean }) => Promise<void>
  /** Told when the tray comes or goes. */
  onTray: (run: () => void) => void
  /** Told, once or several times, before the computer sleeps. */
  onSleep: (run: () => void) => void
}

/** A second window, on another screen where there is one. It is told pictures and can do nothing. */
export interface WallWindow {
  isOpen: () => boolean
  /** Opens it, or moves it; `screen`: the id of the wanted one, '' for another than the desk's. It asks for `picture` whenever it likes. */
  open: (given: { screen: string, picture: () => Promise<WallPicture> }) => void
  close: () => void
  /** That the picture is another now. */
  tell: () => void
  screens: () => WallScreen[]
  /** The screen that was wanted is not connected: it is elsewhere. */
  isLost: () => boolean
  /** Told when it opened or closed, and when screens came or went. */
  onChange: (run: () => void) => void
}

/** What becomes of newer versions of the program. `refused`: the system did not let the installer do its work. */
export type UpdaterNews =
  | { kind: 'none' }
  | { kind: 'downloading', version: string, percent: number }
  | { kind: 'ready', version: string }
  | { kind: 'refused' }
  | { kind: 'failed', why: UpdateFault }

/** Fetches newer versions from where the program's maker publishes them, checks them, and puts them in place. */
export interface Updater {
  /** Looks, and downloads what is newer. What becomes of it is news. */
  check: () => void
  /** Ends the program, puts what is downloaded in place, and starts it again. */
  install: () => void
  onNews: (hear: (news: UpdaterNews) => void) => void
}
