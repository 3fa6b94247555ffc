import * as v from 'valibot'
import { strokeSchema } from './stroke'

/** Where an action belongs: one of the places that the navigation leads to, or the whole desk. */
export type ActionPlace = 'anywhere' | 'calendar' | 'callRequests' | 'staff' | 'departments' | 'runway' | 'handOver' | 'activity'

/** What a person can do by a key or from the command palette. Its words are under `actions.names`. */
export interface ActionDefinition {
  place: ActionPlace
  /** Its keys until somebody chooses others, see `strokeSchema`. */
  strokes: readonly string[]
  /** Whether its keys work while somebody types (`fields`), and even under a dialog (`always`). */
  reach?: 'fields' | 'always'
  /** It publishes or changes something on the server. */
  writes?: true
  /** It needs something that is open or focused: the palette leaves it out. */
  unlisted?: true
  /** Its key is the same in every program, and stays. */
  fixed?: true
}

const define = <Name extends string>(all: Record<Name, ActionDefinition>): Record<Name, ActionDefinition> => all

/** A saved desk. Its key does what it does in every program while no desk is saved on it. */
function desk(key: string): ActionDefinition {
  return { place: 'anywhere', strokes: [key], reach: 'fields', unlisted: true, fixed: true }
}

/** Every action of the program: the one place that says which keys there are. */
export const actions = define({
  palette: { place: 'anywhere', strokes: ['Mod+K'], reach: 'fields', unlisted: true },
  keyMap: { place: 'anywhere', strokes: ['?'] },
  help: { place: 'anywhere', strokes: [] },
  newCallRequest: { place: 'anywhere', strokes: ['Mod+Shift+N'], reach: 'fields', writes: true },
  syncNow: { place: 'anywhere', strokes: [] },
  tour: { place: 'anywhere', strokes: [] },
  news: { place: 'anywhere', strokes: [] },
  wall: { place: 'anywhere', strokes: [] },
  lock: { place: 'anywhere', strokes: ['Mod+Shift+L'], reach: 'always' },
  signOut: { place: 'anywhere', strokes: [] },

  desk1: desk('F1'), desk2: desk('F2'), desk3: desk('F3'), desk4: desk('F4'), desk5: desk('F5'), desk6: desk('F6'),
  desk7: desk('F7'), desk8: desk('F8'), desk9: desk('F9'), desk10: desk('F10'), desk11: desk('F11'), desk12: desk('F12'),

  savedDesks: { place: 'calendar', strokes: [] },
  today: { place: 'calendar', strokes: ['T'] },
  previousDay: { place: 'calendar', strokes: ['[', 'Alt+ArrowLeft'] },
  nextDay: { place: 'calendar', strokes: [']', 'Alt+ArrowRight'] },
  goToDate: { place: 'calendar', strokes: ['G'] },
  turnOver: { place: 'calendar', strokes: ['W'] },
  month: { place: 'calendar', strokes: ['M'] },
  newSlot: { place: 'calendar', strokes: ['N'], writes: true },
  planSlots: { place: 'calendar', strokes: ['P'], writes: true },
  print: { place: 'calendar', strokes: ['Mod+P'], reach: 'fields' },
  exportRows: { place: 'calendar', strokes: ['Mod+E'], reach: 'fields' },
  zoomIn: { place: 'calendar', strokes: ['+', '='] },
  zoomOut: { place: 'calendar', strokes: ['-'] },
  fitDay: { place: 'calendar', strokes: ['F'] },
  boardHours: { place: 'calendar', strokes: ['H'] },

  nextRequest: { place: 'callRequests', strokes: ['J'], unlisted: true },
  previousRequest: { place: 'callRequests', strokes: ['K'], unlisted: true },
  markDone: { place: 'callRequests', strokes: ['E'], unlisted: true },
  takeInHand: { place: 'callRequests', strokes: ['H'], unlisted: true },
  snooze: { place: 'callRequests', strokes: ['S'], unlisted: true },
  writeNote: { place: 'callRequests', strokes: ['N'], unlisted: true },
  pin: { place: 'callRequests', strokes: ['P'], unlisted: true },
  undoMark: { place: 'callRequests', strokes: ['U', 'Mod+Z'], unlisted: true },
  closeRequest: { place: 'callRequests', strokes: ['Escape'], unlisted: true, fixed: true },
  createRequest: { place: 'callRequests', strokes: ['C'], writes: true, unlisted: true },

  searchStaff: { place: 'staff', strokes: ['/'] },
  addStaffMember: { place: 'staff', strokes: ['N'], writes: true },
  searchDepartments: { place: 'departments', strokes: ['/'] },
  addDepartment: { place: 'departments', strokes: ['N'], writes: true },
  planGap: { place: 'runway', strokes: ['P'], writes: true, unlisted: true },
  searchRunway: { place: 'runway', strokes: ['/'] },
  printHandOver: { place: 'handOver', strokes: ['P'] },
  searchActivity: { place: 'activity', strokes: ['/'] },
})
export type ActionName = keyof typeof actions

export const actionNames = Object.keys(actions) as ActionName[]

/** Keys that a person chose, by action; an action that is not named keeps its own, an empty list leaves it without. */
export const chosenStrokesSchema = v.record(v.picklist(actionNames), v.pipe(v.array(strokeSchema), v.maxLength(3)))
export type ChosenStrokes = v.InferOutput<typeof chosenStrokesSchema>

/** The keys of an action. */
export const strokesOf = (name: ActionName, chosen: ChosenStrokes): readonly string[] => chosen[name] ?? actions[name].strokes

/** Actions whose keys can be meant at the same time: those of one place, and those of the whole desk with any. */
const meet = (one: ActionPlace, other: ActionPlace) => one === other || one === 'anywhere' || other === 'anywhere'

/** The other action that has this stroke where `name` works; undefined when nobody has. */
export const takenBy = (stroke: string, name: ActionName, chosen: ChosenStrokes): ActionName | undefined =>
  actionNames.find((other) =>
    other !== name && meet(actions[other].place, actions[name].place) && strokesOf(other, chosen).includes(stroke))
