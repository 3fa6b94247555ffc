import type { Target } from '../plan'
import { fault, type Clause, type LineContext } from './lineContext'
import type { LineFaultCode } from './lineFault'
import { foldedName, namedSo, writtenName } from './lineNames'
import { pieces, type Piece } from './lineScanner'
import { nearest } from './nearest'

const QUOTED = pieces('"((?:[^"]|"")*)"(?!")|[“„”]([^“„”"]*)[”“]')
const OPEN = pieces('["“„].*')
const UNQUOTED = pieces('[^\\s,#"@]+')
const SUFFIX = pieces('#\\s*(?:(dept|department)|(-?\\d+))(?![\\p{L}\\p{M}\\p{N}])')

/** `@Cardiology`, `@"City Clinic"`, `@"City Clinic" #12`, `@#12`, `@Cardiology #dept` */
export const targets: Clause = (context) => {
  const sign = context.scan.take(pieces('@'))
  if (!sign) return false
  const id = context.scan.take(pieces('#\\s*(-?\\d+)(?![\\p{L}\\p{M}\\p{N}])'))
  if (id) add(context, { kind: 'clinic', id: Number(id.groups[0]!.text) })
  else {
    const { clinics, departments } = context.names
    const name = takeName(context, [...clinics.map((clinic) => clinic.name), ...departments])
    if (!name) missing(context, 'targetMissing', sign)
    const target = name && targetOf(context, { ...name, from: sign.from })
    if (target) add(context, target)
  }
  return true
}

function add({ draft }: LineContext, target: Target): void {
  const others = (draft.targets ?? []).filter((other) => JSON.stringify(other) !== JSON.stringify(target))
  draft.targets = [...others, target]
}

/** The clinic or department of this name; undefined after a fault. */
function targetOf(context: LineContext, name: Piece): Target | undefined {
  const [department, number] = context.scan.take(SUFFIX)?.groups ?? []
  const { clinics, departments } = context.names
  if (department) return { kind: 'department', name: namedSo(departments, name.text, String)[0] ?? name.text }
  const all = [
    ...clinics.map((clinic) => ({ ...clinic, kind: 'clinic' as const })),
    ...departments.map((each) => ({ name: each, kind: 'department' as const })),
  ]
  const found = namedSo(all, name.text, (each) => each.name)
  const meant = found.filter((each) => each.kind === 'clinic')
  if (number) return numbered(context, name, Number(number.text), meant.map(({ id }) => id))
  if (meant.length === 1) {
    if (found.length > 1) note(context, name)
    return { kind: 'clinic', id: meant[0]!.id }
  }
  if (meant.length === 0 && found.length === 1) return { kind: 'department', name: found[0]!.name }
  unclear(context, name, meant.map(({ id }) => id), found.length)
  return undefined
}

function numbered(context: LineContext, name: Piece, id: number, ids: number[]): Target | undefined {
  if (ids.includes(id)) return { kind: 'clinic', id }
  fault(context, 'otherNumber', name, { word: name.text, id: String(id) })
  return undefined
}

function unclear(context: LineContext, name: Piece, ids: number[], found: number): void {
  const { clinics, departments } = context.names
  const near = found === 0 ? nearest(name.text, [...clinics.map((clinic) => clinic.name), ...departments]) : undefined
  const written = `@${writtenName(name.text)} #${ids[0]}`
  if (ids.length > 0) fault(context, 'ambiguousClinic', name, { ids: ids.map((id) => `#${id}`).join(', '), written })
  else if (found > 0) fault(context, 'ambiguousDepartment', name)
  else if (near === undefined) fault(context, 'unknownTarget', name)
  else fault(context, 'unknownTargetNear', name, { near: `@${writtenName(near)}` })
}

const note = ({ notes }: LineContext, { text, from, to }: Piece) =>
  notes.push({ from, to, code: 'departmentToo', params: { word: text, written: `@${writtenName(text)} #dept` } })

/** `skip hols`, `skip "Public holidays 2027", "Ours"` */
export const skips: Clause = (context) => {
  const { scan, draft, names } = context
  const keyword = scan.take(pieces('skip(?![\\p{L}\\p{M}])'))
  if (!keyword) return false
  const all = scan.take(pieces('(?:hols?|holidays?)(?![\\p{L}\\p{M}\\p{N}])'))
  if (all) {
    draft.skip = 'all'
    if (names.holidaySets.length === 0) context.notes.push({ from: keyword.from, to: all.to, code: 'noHolidays', params: {} })
    return true
  }
  let name = takeName(context, names.holidaySets)
  if (!name) missing(context, 'skipMissing', keyword)
  while (name) {
    skip(context, name)
    const comma = scan.take(pieces(',\\s*(?=["“„])'))
    name = comma && takeName(context, names.holidaySets)
    if (comma && !name) missing(context, 'skipMissing', comma)
  }
  return true
}

/** A list that the desk does not keep stays in the plan, so that nobody overlooks that it is missing. */
function skip(context: LineContext, name: Piece): void {
  const { draft, names: { holidaySets } } = context
  const [known] = namedSo(holidaySets, name.text, String)
  const near = known === undefined ? nearest(name.text, holidaySets) : undefined
  if (known === undefined) fault(context, near === undefined ? 'unknownHolidays' : 'unknownHolidaysNear', name, near === undefined ? {} : { near })
  if (draft.skip !== 'all') draft.skip = [...new Set([...draft.skip ?? [], known ?? name.text])]
}

/** A name in quotation marks, or the longest run of words that is one of `known`, or a word. `text` is the name itself. */
function takeName(context: LineContext, known: readonly string[]): Piece | undefined {
  const { scan } = context
  const inQuotes = scan.take(QUOTED)
  if (inQuotes) return { ...inQuotes, text: inQuotes.groups[0]?.text.replaceAll('""', '"') ?? inQuotes.groups[1]!.text }
  if (scan.look(OPEN)) return undefined
  const run = longestKnown(context, known) ?? scan.look(UNQUOTED)
  if (run) scan.pass(run)
  return run
}

/** No name stands here: there is none, or its quotation mark was never closed. */
function missing(context: LineContext, code: LineFaultCode, keyword: Piece): void {
  const open = context.scan.take(OPEN)
  if (open) fault(context, 'quoteOpen', open)
  else fault(context, code, keyword)
}

const MOST_WORDS = 12

function longestKnown({ scan }: LineContext, known: readonly string[]): Piece | undefined {
  const names = new Set(known.map(foldedName))
  for (let words = MOST_WORDS; words > 0; words -= 1) {
    const run = scan.look(pieces(`[^\\s"@]+(?:\\s+[^\\s"@]+){${words - 1}}`))
    const bare = run && { ...run, text: run.text.replace(/,+$/, ''), to: run.to - (/,+$/.exec(run.text)?.[0].length ?? 0) }
    const found = [run, bare].find((piece) => piece && names.has(foldedName(piece.text)))
    if (found) return found
  }
  return undefined
}
