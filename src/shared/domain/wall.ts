import * as v from 'valibot'

/** What a screen on a wall shows of each clinic: the slot of this moment and the ones after it, or its whole day. */
export const wallViews = ['next', 'board'] as const
export type WallView = typeof wallViews[number]

/** A share of what is drawn, from its beginning. */
const shareSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

const wallRowSchema = v.strictObject({
  clinic: v.string(),
  /** Slots of this moment, a line for each; '' where there is none. */
  now: v.string(),
  /** The slots after it, or that there are none, or that it is not known. */
  next: v.string(),
  /** The times of the next slot are known. */
  hasNext: v.boolean(),
  blocks: v.array(v.strictObject({ from: shareSchema, to: shareSchema, isNow: v.boolean() })),
  age: v.string(),
  /** How far it can be trusted. */
  tone: v.picklist(['live', 'loading', 'aging', 'stale', 'failed']),
})
export type WallRow = v.InferOutput<typeof wallRowSchema>

/** All that a wall's window is ever told: finished words and what is drawn, without ids and without names of people. */
export const wallPictureSchema = v.strictObject({
  language: v.string(),
  direction: v.picklist(['ltr', 'rtl']),
  theme: v.nullable(v.picklist(['light', 'dark'])),
  contrast: v.nullable(v.literal('more')),
  title: v.string(),
  clock: v.string(),
  day: v.string(),
  /** Stands in place of the clinics; '' while they are shown. */
  away: v.string(),
  /** What a person at the wall has to know besides: sample data, a screen that is missing. */
  notices: v.array(v.string()),
  view: v.picklist(wallViews),
  heads: v.strictObject({ clinic: v.string(), now: v.string(), next: v.string() }),
  hours: v.array(v.strictObject({ at: shareSchema, text: v.string() })),
  /** Where this moment is between the first hour and the last; null outside of them. */
  nowAt: v.nullable(shareSchema),
  rows: v.array(wallRowSchema),
})
export type WallPicture = v.InferOutput<typeof wallPictureSchema>

/** A screen that is connected. */
export const wallScreenSchema = v.strictObject({
  id: v.string(),
  /** As the system calls it; '' where it does not. */
  name: v.string(),
  width: v.number(),
  height: v.number(),
  /** The desk's own window is there. */
  isDesks: v.boolean(),
})
export type WallScreen = v.InferOutput<typeof wallScreenSchema>

export const wallStateSchema = v.strictObject({
  isOpen: v.boolean(),
  screens: v.array(wallScreenSchema),
  /** The screen that was chosen is not connected. */
  isLost: v.boolean(),
})
export type WallState = v.InferOutput<typeof wallStateSchema>
