import * as v from 'valibot'
import { digitChoices, hourChoices, languageChoices, weekStartChoices } from '../texts/languages'
import { chosenStrokesSchema } from './actions'
import { densitySchema, themeSchema } from './look'
import { wallViews } from './wall'

/** Minutes between two lines of the day board. */
export const zoomSteps = [5, 10, 15, 20, 30, 60] as const

const isZone = (zone: string) => {
  try { return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone })) } catch { return false }
}

const secondsSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(86_399))

/** When people are at work: weekdays (1 is Monday) and seconds since the clinic's midnight. */
const businessHoursSchema = v.pipe(
  v.strictObject({
    days: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))), v.minLength(1), v.maxLength(7)),
    from: secondsSchema,
    to: secondsSchema,
  }),
  v.check(({ from, to }) => from < to, 'order'),
)
export type BusinessHours = v.InferOutput<typeof businessHoursSchema>

/** What this computer remembers for everyone who works on it. */
export const settingsSchema = v.strictObject({
  theme: themeSchema,
  density: densitySchema,
  language: v.picklist(languageChoices),
  /** Whether figures are written 0 to 9, or as people of the language write them by hand. */
  digits: v.picklist(digitChoices),
  /** Whether the clock counts 24 hours or twice 12. */
  hours: v.picklist(hourChoices),
  weekStart: v.picklist(weekStartChoices),
  /** IANA zone of the clinic's wall clock; '' means the computer's own. */
  zone: v.pipe(v.string(), v.check((zone) => zone === '' || isZone(zone), 'zone')),
  zoom: v.picklist(zoomSteps),
  /** Seconds for which a job is held before its first request, so that it can still be called off. */
  holdSeconds: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(60)),
  /** A clinic that is published for fewer days ahead than this is an alarm. */
  runwayDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(90)),
  /** Minutes after which what is shown is marked as old (amber), and as too old to rely on (red). */
  amberMinutes: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(719)),
  redMinutes: v.pipe(v.number(), v.integer(), v.minValue(3), v.maxValue(720)),
  /** New call requests by the system's notifications. */
  notify: v.boolean(),
  /** Whether they name the doctor, whom everyone who looks at the screen can read. */
  notifyDoctor: v.boolean(),
  notifySound: v.boolean(),
  /** Whether they stay on the screen until somebody deals with them. */
  notifyUntilSeen: v.boolean(),
  /** Seconds since the clinic's midnight between which there is neither notification nor sound; over midnight too. Null: never. */
  quietHours: v.nullable(v.strictObject({ from: secondsSchema, to: secondsSchema })),
  /** In these hours a call request grows older. */
  businessHours: businessHoursSchema,
  /** Hours of work after which a call request that nobody dealt with is waiting (amber), and overdue (red). */
  waitingHours: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(998)),
  overdueHours: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(999)),
  /** Minutes without a key or a movement after which the desk is locked. */
  lockMinutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(15)),
  /** Hours after which a session ends, however much is done in it. */
  sessionHours: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(24)),
  /** Seconds since the clinic's midnight at which everyone is signed out; null: never. */
  signOutAt: v.nullable(secondsSchema),
  /** What closing the window does; 'tray' where there is one, else the program ends. */
  whenClosed: v.picklist(['tray', 'minimise', 'quit']),
  startAtLogin: v.boolean(),
  /** At login without a window, in the tray. */
  startHidden: v.boolean(),
  /** Whether letters and signs alone do something (WCAG 2.1.4). */
  singleKeys: v.boolean(),
  /** Keys that were chosen instead of the usual ones. */
  keys: chosenStrokesSchema,
  /** What a screen on a wall shows, on which screen ('': another one than the desk's), and whether also while the desk is locked. */
  wallView: v.picklist(wallViews),
  wallScreen: v.pipe(v.string(), v.maxLength(100)),
  wallWhenLocked: v.boolean(),
  /** Whether somebody took the look around here, or left it. */
  tourTaken: v.boolean(),
  /** The version of which somebody was told the news, without its last number; '' before the first start. */
  newsSeen: v.pipe(v.string(), v.maxLength(20)),
})
export type Settings = v.InferOutput<typeof settingsSchema>

export const defaultSettings: Settings = {
  theme: 'system', density: 'comfortable', language: 'system', digits: 'language', hours: 'h23', weekStart: 'language',
  zone: '', zoom: 15, holdSeconds: 10, runwayDays: 14, amberMinutes: 5, redMinutes: 30,
  notify: true, notifyDoctor: false, notifySound: true, notifyUntilSeen: false, quietHours: null,
  businessHours: { days: [1, 2, 3, 4, 5, 6], from: 8 * 3600, to: 18 * 3600 }, waitingHours: 2, overdueHours: 8,
  lockMinutes: 5, sessionHours: 12, signOutAt: null,
  whenClosed: 'tray', startAtLogin: false, startHidden: false,
  singleKeys: true, keys: {}, wallView: 'next', wallScreen: '', wallWhenLocked: false, tourTaken: false, newsSeen: '',
}

export const settingsChangeSchema = v.partial(settingsSchema)
export type SettingsChange = v.InferOutput<typeof settingsChangeSchema>
