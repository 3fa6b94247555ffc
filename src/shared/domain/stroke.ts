import * as v from 'valibot'

/**
 * One press of a key as text: `T`, `?`, `Mod+Shift+N`, `Alt+ArrowLeft`, `F5`. Modifiers in this order; `Mod` is Ctrl, and Cmd on a Mac.
 * Letters are upper case. Shift is named only where the key does not already say it: `?`, not `Shift+/`.
 */
export const strokeSchema = v.pipe(v.string(), v.regex(/^(Mod\+)?(Ctrl\+)?(Alt\+)?(Shift\+)?(\S|[A-Z][A-Za-z0-9]{1,20})$/u))

const baseOf = (stroke: string) => /(.|[^+]+)$/su.exec(stroke)![0]

/** Whether it is a letter, a digit or a sign alone: such keys can be switched off, because dictation presses them too (WCAG 2.1.4). */
export const isCharacter = (stroke: string): boolean =>
  !/^(Mod|Ctrl|Alt)\+/.test(stroke) && [...stroke.replace(/^Shift\+(?=.)/u, '')].length === 1

/** Keys by which one moves, types, confirms, leaves or copies: they are nobody's to give away. */
const own = /^(Shift\+)?(Tab|Enter|Space|Escape|Backspace|Delete|Insert|Home|End|PageUp|PageDown|Arrow\w+)$/
const systems = new Set(['C', 'V', 'X', 'A', 'W', 'Q', 'M', 'R', '0', '+', '=', '-', 'Tab', 'Enter', 'Escape', 'Home', 'End']
  .flatMap((key) => [`Mod+${key}`, `Mod+Shift+${key}`]))

/** Whether a stroke has a meaning of its own in every program. */
export const isReserved = (stroke: string): boolean => own.test(stroke) || systems.has(stroke) || /^Alt\+F4$/.test(stroke)

/** What one reads on its keys. */
export function capsOf(stroke: string, isMac: boolean): string[] {
  const base = baseOf(stroke)
  const modifiers = stroke.slice(0, stroke.length - base.length).split('+').filter((part) => part !== '')
  const named: Record<string, string> = isMac ? { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧' } : { Mod: 'Ctrl' }
  return [...modifiers.map((part) => named[part] ?? part), keyNames[base] ?? base]
}

const keyNames: Record<string, string | undefined> = {
  ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', PageUp: 'Page Up', PageDown: 'Page Down', Escape: 'Esc',
}
