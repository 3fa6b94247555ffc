/** Writes the figures of a text in the digits of a locale (see `localeOf`). */
export function writtenDigits(locale: string): (text: string) => string {
  const { numberingSystem } = new Intl.NumberFormat(locale).resolvedOptions()
  if (numberingSystem === 'latn') return (text) => text
  const own = [...new Intl.NumberFormat(locale, { useGrouping: false }).format(9_876_543_210)].reverse()
  return (text) => text.replace(/\d/g, (digit) => own[Number(digit)]!)
}
