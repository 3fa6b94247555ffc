import { foldedName, quoted, writtenName, type LineNames } from './lineNames'

/**
 * Something that may come at the caret: the characters `from` up to `to` are replaced with `insert`. `label` is shown in a list;
 * `hint` is the key of a short explanation in the locale files, under `planner.hints`.
 */
export interface Completion {
  from: number
  to: number
  insert: string
  kind: 'keyword' | 'weekday' | 'clinic' | 'department' | 'holidays'
  label: string
  hint: LineHint | null
}

/** The keys under `planner.hints`. */
export const lineHints = ['weekdays', 'hours', 'duration', 'gap', 'brk', 'from', 'until', 'weeks', 'every', 'skip', 'off', 'plus', 'target'] as const
export type LineHint = (typeof lineHints)[number]

/** Lists stay short enough to be looked through. */
const MOST = 30
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** `said`: where it is in the line already, and once is enough. */
const KEYWORDS: readonly { label: string, insert: string, hint: LineHint, said?: RegExp }[] = [
  { label: 'mon-fri', insert: 'mon-fri ', hint: 'weekdays', said: /(?:^|[\s,])(?:mon|tue|wed|thu|fri|sat|sun)/i },
  { label: '9-13', insert: '9-13 ', hint: 'hours', said: /(?<!brk\s*)\b\d[\d:.]*\s*[-–]\s*\d[\d:.]*(?=[\s,]|$)/i },
  { label: '/15', insert: '/15 ', hint: 'duration', said: /(?:^|\s)\/\s*\d/ },
  { label: 'gap', insert: 'gap ', hint: 'gap', said: /\bgap\b/i },
  { label: 'brk', insert: 'brk ', hint: 'brk' },
  { label: 'from', insert: 'from ', hint: 'from', said: /\bfrom\b/i },
  { label: 'until', insert: 'until ', hint: 'until', said: /\buntil\b|(?<!every\s*)\b\d+\s*weeks?\b/i },
  { label: '4 weeks', insert: '4 weeks ', hint: 'weeks', said: /\buntil\b|(?<!every\s*)\b\d+\s*weeks?\b/i },
  { label: 'every 2 weeks', insert: 'every 2 weeks ', hint: 'every', said: /\bevery\b/i },
  { label: 'skip hols', insert: 'skip hols ', hint: 'skip', said: /\bskip\b/i },
  { label: 'off', insert: 'off ', hint: 'off' },
  { label: 'plus', insert: 'plus ', hint: 'plus' },
  { label: '@', insert: '@', hint: 'target' },
]

/** What may come at the caret, likeliest first. */
export function completeLine(line: string, caret: number, names: LineNames): Completion[] {
  const before = line.slice(0, caret)
  const to = caret + /^[^\s,@"]*/.exec(line.slice(caret))![0].length
  const named = targetsAt(before, to, names) ?? holidaysAt(before, to, names)
  if (named) return named.slice(0, MOST)
  if (/(?:^|[\s,])(?:from|until|off|plus)\s+\S*$/i.test(before)) return []
  return wordsAt(line, before, to)
}

/** Behind an @, until it is clear that the name is at its end. */
function targetsAt(before: string, to: number, { clinics, departments }: LineNames): Completion[] | undefined {
  const match = /@("?)([^@"#]*)$/.exec(before)
  if (!match) return undefined
  const all = [
    ...clinics.map(({ id, name }) => ({ name, id, kind: 'clinic' as const })),
    ...departments.map((name) => ({ name, id: null, kind: 'department' as const })),
  ]
  const typed = match[2]!
  if (match[1] === '' && /\s$/.test(typed) && all.some(({ name }) => foldedName(name) === foldedName(typed))) return undefined
  const found = matching(all, typed)
  if (found.length === 0 && match[1] === '' && /\s/.test(typed)) return undefined
  return found.map(({ name, id, kind }) => {
    const isShared = all.some((other) => other.name === name && (other.id !== id || other.kind !== kind))
    const suffix = id === null ? ' #dept' : ` #${id}`
    const written = isShared ? quoted(name) + suffix : writtenName(name)
    return { from: match.index, to, insert: `@${written} `, kind, label: isShared ? name + suffix : name, hint: null }
  })
}

/** Behind `skip`, and behind the comma after a list's name. */
function holidaysAt(before: string, to: number, { holidaySets }: LineNames): Completion[] | undefined {
  const match = /(?:^|[\s,])skip\s+((?:"[^"]*"\s*,\s*)*)("?)([^",]*)$/i.exec(before)
  if (!match) return undefined
  const typed = match[3]!
  const from = before.length - typed.length - match[2]!.length
  const isAll = match[1] === '' && match[2] === '' && 'hols'.startsWith(typed.toLowerCase())
  const found = matching(holidaySets.map((name) => ({ name })), typed)
  if (/\s$/.test(typed) || (found.length === 0 && /\s/.test(typed))) return undefined
  return [
    ...isAll ? [{ from, to, insert: 'hols ', kind: 'keyword' as const, label: 'hols', hint: 'skip' as const }] : [],
    ...found.map(({ name }) => ({ from, to, insert: `${quoted(name)} `, kind: 'holidays' as const, label: name, hint: null })),
  ]
}

/** Names that begin with what was typed, then names of which another word begins so. */
function matching<T extends { name: string }>(things: readonly T[], typed: string): T[] {
  const wanted = foldedName(typed)
  const begins = things.filter(({ name }) => foldedName(name).startsWith(wanted))
  const within = things.filter(({ name }) => !foldedName(name).startsWith(wanted) && foldedName(name).includes(` ${wanted}`))
  return [...begins, ...within]
}

function wordsAt(line: string, before: string, to: number): Completion[] {
  const word = /[^\s,]*$/.exec(before)![0]
  const isRange = /^\p{L}+[-–]/u.test(word)
  const typed = (isRange ? word.replace(/^.*[-–]/u, '') : word).toLowerCase()
  const from = before.length - typed.length
  const others = `${line.slice(0, before.length - word.length)} ${line.slice(to)}`
  const keywords = isRange ? [] : KEYWORDS.filter(({ label, said }) => label.startsWith(typed) && !said?.test(others))
    .map(({ label, insert, hint }) => ({ from, to, insert, kind: 'keyword' as const, label, hint }))
  const weekdays = typed === '' && !isRange ? [] : WEEKDAYS.filter((name) => name.startsWith(typed))
    .map((name) => ({ from, to, insert: name, kind: 'weekday' as const, label: name, hint: null }))
  return [...keywords, ...weekdays]
}
