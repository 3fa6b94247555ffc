const letters: Record<string, string> = {
  a: 'á', b: 'ƀ', c: 'ç', d: 'ð', e: 'é', f: 'ƒ', g: 'ĝ', h: 'ĥ', i: 'í', j: 'ĵ', k: 'ķ', l: 'ļ', m: 'ɱ', n: 'ñ', o: 'ó', p: 'þ', q: 'ǫ', r: 'ŕ',
  s: 'š', t: 'ţ', u: 'û', v: 'ṽ', w: 'ŵ', x: 'ẋ', y: 'ý', z: 'ž', A: 'Å', B: 'Ɓ', C: 'Ç', D: 'Ð', E: 'É', F: 'Ƒ', G: 'Ĝ', H: 'Ĥ', I: 'Î', J: 'Ĵ',
  K: 'Ķ', L: 'Ļ', M: 'Ṁ', N: 'Ñ', O: 'Ö', P: 'Þ', Q: 'Ǫ', R: 'Ŕ', S: 'Š', T: 'Ţ', U: 'Û', V: 'Ṽ', W: 'Ŵ', X: 'Ẋ', Y: 'Ý', Z: 'Ž',
}

/** Words get so much longer in other languages. */
const GROWTH = 0.4

/** English in strange letters and longer, for tests of the layout: what is cut shows, and what is not translated stands out. */
export function pseudoText(text: string): string {
  if (!/[a-z]/i.test(text)) return text
  const strange = text.replace(/[a-z]/gi, (letter) => letters[letter]!)
  return strange + ' ~'.repeat(Math.ceil(text.trim().length * GROWTH / 2))
}

/** All texts of a locale file so. What stands in braces is no word, nor is what parts the forms of a counted text. */
export function pseudoTexts<T>(texts: T): T {
  if (typeof texts === 'string') return texts.split(/(\{[^}]*\}| \| )/).map((part, place) => place % 2 === 0 ? pseudoText(part) : part).join('') as T
  return Object.fromEntries(Object.entries(texts as object).map(([key, part]: [string, unknown]) => [key, pseudoTexts(part)])) as T
}
