import { describe, expect, it } from 'vitest'

// Vitest empties every imported style sheet, and the renderer's compiler knows no Node: so the file is read through the one global.
declare const process: { getBuiltinModule: (name: 'node:fs') => { readFileSync: (path: URL, encoding: 'utf8') => string } }
const css = process.getBuiltinModule('node:fs').readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

type Scheme = 'light' | 'dark'
interface Colour { l: number, c: number, h: number }

const declarationsIn = (text: string) => [...text.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((match) => [match[1]!, match[2]!.trim()] as const)
const [ordinary, high] = css.split('@media')[0]!.split("[data-contrast='more'] {")
const strong = new Map(declarationsIn(high!.slice(0, high!.indexOf('}'))))
const usual = new Map(declarationsIn(ordinary!))

interface Theme { scheme: Scheme, declared: ReadonlyMap<string, string> }
const themes: [string, Theme][] = (['light', 'dark'] as const).flatMap((scheme) => [
  [scheme, { scheme, declared: usual }], [`${scheme} high contrast`, { scheme, declared: new Map([...usual, ...strong]) }],
])

/** The colour of a token in one theme: follows var() and light-dark(). */
function colour(token: string, { scheme, declared }: Theme): Colour {
  const written = (name: string): string => {
    const text = declared.get(name)
    if (text === undefined) throw new Error(`no token ${name}`)
    return text.replaceAll(/var\((--[\w-]+)\)/g, (_, inner: string) => written(inner))
  }
  return parse(written(token), scheme)
}

function parse(text: string, scheme: Scheme): Colour {
  const pair = pairOf(text)
  if (pair) return parse(pair[scheme], scheme)
  const plain = /^oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)$/.exec(text)
  if (!plain) throw new Error(`not a colour: ${text}`)
  return { l: Number(plain[1]) / 100, c: Number(plain[2]), h: Number(plain[3]) }
}

/** What light-dark() holds: its halves may be of the same kind again. */
function pairOf(text: string): Record<Scheme, string> | undefined {
  const inner = /^light-dark\((.+)\)$/.exec(text)?.[1]
  if (inner === undefined) return undefined
  let depth = 0
  const comma = [...inner].findIndex((sign) => {
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0
    return sign === ',' && depth === 0
  })
  return { light: inner.slice(0, comma), dark: inner.slice(comma + 1).trim() }
}

/** Linear sRGB by Björn Ottosson's OKLab matrices ("A perceptual color space for image processing", 2020). */
function linear({ l, c, h }: Colour): [number, number, number] {
  const a = c * Math.cos(h * Math.PI / 180)
  const b = c * Math.sin(h * Math.PI / 180)
  const x = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const y = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const z = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ]
}

const clip = (value: number) => Math.min(1, Math.max(0, value))

/** Relative luminance and contrast of WCAG 2.2. */
const luminance = (of: Colour) => {
  const [r, g, b] = linear(of).map(clip) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (one: Colour, other: Colour) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const clinics = Array.from({ length: 12 }, (_, index) => `--clinic-${index + 1}`)
const plainSurfaces = ['--surface', '--surface-shell', '--surface-raised', '--surface-sunken', '--surface-hover']
const meanings = ['--danger', '--warning', '--success', '--info']

const textPairs = [
  ...['--text', '--text-muted', '--accent-ink', '--danger', '--warning'].flatMap((text) => plainSurfaces.map((surface) => [text, surface])),
  ...meanings.flatMap((tone) => [[tone, `${tone}-surface`], [tone, '--surface'], ['--text', `${tone}-surface`]]),
  ['--text', '--accent-surface'], ['--text-muted', '--accent-surface'], ['--accent-ink', '--accent-surface'],
  ['--on-accent', '--accent'], ['--on-accent', '--accent-hover'],
  ['--on-danger', '--danger-solid'], ['--on-danger', '--danger-solid-hover'],
  ...clinics.flatMap((clinic) => [
    [clinic, `${clinic}-surface`], [clinic, '--surface'], ['--text', `${clinic}-surface`], ['--text-muted', `${clinic}-surface`],
  ]),
] as [string, string][]

const linePairs = [
  ...plainSurfaces.flatMap((surface) => [['--accent', surface], ['--line-strong', surface]]),
  ...meanings.map((tone) => [`${tone}-line`, '--surface']),
  ...clinics.flatMap((clinic) => [[`${clinic}-bar`, `${clinic}-surface`], [`${clinic}-bar`, '--surface']]),
  ['--now', '--surface'],
] as [string, string][]

/** WCAG 2.2: AA, and its enhanced contrast (1.4.6) where somebody asked for more. */
const aims = (name: string) => name.includes('high') ? { text: 7, line: 4.5 } : { text: 4.5, line: 3 }

describe.each(themes)('the %s theme', (name, theme) => {
  it.each(textPairs)('makes %s legible on %s', (text, surface) => {
    expect(contrast(colour(text, theme), colour(surface, theme))).toBeGreaterThanOrEqual(aims(name).text)
  })

  it.each(linePairs)('makes %s visible on %s', (line, surface) => {
    expect(contrast(colour(line, theme), colour(surface, theme))).toBeGreaterThanOrEqual(aims(name).line)
  })

  it.each(['', '-surface', '-bar'])('gives all clinics%s one lightness and one chroma that every screen can show', (part) => {
    const tones = clinics.map((clinic) => colour(clinic + part, theme))
    expect(new Set(tones.map(({ l, c }) => `${l} ${c}`)).size).toBe(1)
    expect(new Set(tones.map(({ h }) => h)).size).toBe(12)
    for (const tone of tones) for (const channel of linear(tone)) expect(channel).toBe(clip(channel))
  })

  it.skipIf(name.includes('high'))('is never pure white or black', () => {
    for (const surface of plainSurfaces) {
      expect(colour(surface, theme).l).toBeLessThan(1)
      expect(colour(surface, theme).l).toBeGreaterThan(0)
    }
  })
})

describe('contrast', () => {
  it('knows the extremes', () => {
    const white = { l: 1, c: 0, h: 0 }
    expect(contrast(white, { ...white, l: 0 })).toBeCloseTo(21, 1)
    expect(contrast(white, white)).toBeCloseTo(1, 5)
  })
})
