/** Stands for "the computer's own zone" in the list; the setting itself is empty then. */
export const COMPUTER = 'computer'

/** All IANA zones that this runtime knows, after the computer's own; `chosen` is among them even when its name is an old one. */
export function zoneOptions(computerLabel: string, chosen: string): { value: string, label: string }[] {
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ...(chosen === '' ? [] : [chosen])])
  return [{ value: COMPUTER, label: computerLabel }, ...[...zones].sort().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))]
}
