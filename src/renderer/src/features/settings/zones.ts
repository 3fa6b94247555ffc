/** Stands for "the computer's own zone" in the list; the setting itself is empty then. */
export const COMPUTER = 'computer'

/** Chromium lists some zones under the names that CLDR keeps for stability; people look for today's. `Intl` takes both. */
const RENAMED: Record<string, string> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
}

/** All IANA zones that this runtime knows, after the computer's own; `chosen` is among them even when its name is an old one. */
export function zoneOptions(computerLabel: string, chosen: string): { value: string, label: string }[] {
  const zones = new Set([...Intl.supportedValuesOf('timeZone').map((zone) => RENAMED[zone] ?? zone), 'UTC'])
  if (chosen !== '') zones.add(chosen)
  return [{ value: COMPUTER, label: computerLabel }, ...[...zones].sort().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))]
}
