import { folded } from '@renderer/ui/folded'

/**
 * Departments to choose from, sorted for `locale`: the known ones, and the one that is chosen although it is not known. A server may give
 * members without a department an empty one, which nobody can choose.
 */
export function departmentNames(known: readonly string[], chosen: string | undefined, locale: string): string[] {
  const { compare } = new Intl.Collator(locale)
  return [...new Set(chosen === undefined ? known : [...known, chosen])].filter((name) => name !== '').sort(compare)
}

/** Whether a typed name may become a new department: not while there is one that differs by case, accents or spaces alone. */
export function mayBeNew(typed: string, known: readonly string[]): boolean {
  const wanted = folded(typed)
  return wanted !== '' && known.every((name) => folded(name) !== wanted)
}
