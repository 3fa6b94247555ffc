interface Tree { [key: string]: string | Tree }

/** All texts of a locale file by their whole keys. */
export const textsOf = (tree: Tree, before = ''): Record<string, string> => Object.fromEntries(Object.entries(tree).flatMap(([key, part]) =>
  typeof part === 'string' ? [[`${before}${key}`, part] as const] : Object.entries(textsOf(part, `${before}${key}.`))))

/** The forms of a counted text; one where it does not count. */
export const formsIn = (text: string): string[] => text.split(' | ')

/** What is put into a text, each name once. */
export const parametersOf = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))].sort()
