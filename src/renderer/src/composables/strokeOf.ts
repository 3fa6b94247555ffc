/** What a key press needs of an event, so that it can be told without one. */
export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & { getModifierState?: (key: string) => boolean }

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform)

const SILENT = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Unidentified', 'Process', 'NumLock', 'Fn'])

/** The stroke (see `strokeSchema`) that a key press is, or undefined when it is none by itself. */
export function strokeOf(press: Press, mac = isMac): string | undefined {
  if (!press.key || SILENT.has(press.key)) return undefined
  const isSign = [...press.key].length === 1
  const base = isSign ? signOf(press) : press.key
  // AltGr writes signs on many keyboards ("[" on a German one); Windows reports it as Ctrl and Alt.
  const isAltGr = isSign && press.key !== ' ' && press.getModifierState?.('AltGraph') === true
  const saysShift = isSign && !/^[\p{Lu}\p{Lo}\p{Nd}]$/u.test(base)
  const modifiers = isAltGr ? [] : heldOf(press, mac)
  return [...modifiers, ...press.shiftKey && !saysShift ? ['Shift'] : [], base].join('+')
}

function heldOf({ ctrlKey, metaKey, altKey }: Press, mac: boolean): string[] {
  const [main, other] = mac ? [metaKey, ctrlKey] : [ctrlKey, metaKey]
  return [main && 'Mod', other && 'Ctrl', altKey && 'Alt'].filter((name) => name !== false)
}

/** A letter of another script (Arabic, Devanagari) stands for the Latin one on the same key: the keys that we name are Latin. */
function signOf({ key, code }: Press): string {
  if (key === ' ') return 'Space'
  const latin = /^(?:Key|Digit)([A-Z0-9])$/.exec(code ?? '')?.[1]
  return latin && !/^[\p{Script=Latin}\p{ASCII}]$/u.test(key) ? latin : key.toUpperCase()
}
