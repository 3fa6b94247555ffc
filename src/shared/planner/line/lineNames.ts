/** What a line may name. */
export interface LineNames {
  clinics: readonly { id: number, name: string }[]
  departments: readonly string[]
  holidaySets: readonly string[]
}

/** A name without its case, width and extra spaces. */
export const foldedName = (name: string): string => name.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, ' ')

/** Those that are named exactly so, or else those that are but for case and spaces. */
export function namedSo<T>(things: readonly T[], text: string, nameOf: (thing: T) => string): T[] {
  const exact = things.filter((thing) => nameOf(thing) === text)
  return exact.length > 0 ? exact : things.filter((thing) => foldedName(nameOf(thing)) === foldedName(text))
}

const PLAIN = /^\p{L}[\p{L}\p{M}\p{N}.&'’-]*$/u

/** A name between quotation marks; those within it are doubled. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** A name as it stands behind an @: quoted where it has to be. */
export const writtenName = (name: string): string => PLAIN.test(name) ? name : quoted(name)
