/** Remembers what a function made of each text: a clinic's history repeats few days and times very often. */
export function memo<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    if (known.has(text)) return known.get(text)!
    const value = of(text)
    known.set(text, value)
    return value
  }
}
