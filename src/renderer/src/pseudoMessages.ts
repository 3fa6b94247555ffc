import { pseudoText, pseudoTexts } from '@shared/texts/pseudoText'

/** Messages, compiled or not, with `pseudoText` in place of their words; what is put into them stays. */
export function pseudoMessages<T>(node: T): T {
  if (typeof node === 'string') return pseudoTexts(node)
  if (isTree(node)) return ofTree(node) as T
  return Object.fromEntries(Object.entries(node as object).map(([key, part]: [string, unknown]) => [key, pseudoMessages(part)])) as T
}

const isTree = (node: unknown): node is object => typeof node === 'object' && node !== null && 't' in node && typeof node.t === 'number'

/** A node of a compiled message keeps its words under `v`, and where nothing is put into it all of them under `s`. */
function ofTree(node: object): object {
  return Object.fromEntries(Object.entries(node).map(([name, part]: [string, unknown]) => {
    if ((name === 'v' || name === 's') && typeof part === 'string') return [name, pseudoText(part)]
    if (Array.isArray(part)) return [name, part.map((each: object) => ofTree(each))]
    return [name, typeof part === 'object' && part !== null ? ofTree(part) : part]
  }))
}
