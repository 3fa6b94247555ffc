/**
 * Parses JSON; what is wrong with bad JSON is said in the words of Python's json module, which Django REST Framework passes on.
 * Throws a SyntaxError: `Expecting ',' delimiter: line 1 column 14 (char 13)`.
 */
export function parseJson(text: string): unknown {
  scanDocument(text)
  return JSON.parse(text)
}

function scanDocument(text: string): void {
  const end = skipSpace(text, scanValue(text, skipSpace(text, 0)))
  if (end < text.length) fail('Extra data', text, end)
}

function fail(message: string, text: string, at: number): never {
  const before = text.slice(0, at)
  const line = before.split('\n').length
  const column = [...before.slice(before.lastIndexOf('\n') + 1)].length + 1
  throw new SyntaxError(`${message}: line ${line} column ${column} (char ${[...before].length})`)
}

function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : -1
}

const skipSpace = (text: string, at: number) => match(/[ \t\n\r]*/y, text, at)

/** Each of these gives the index after what it has read. */
function scanValue(text: string, at: number): number {
  if (text[at] === '"') return scanString(text, at)
  if (text[at] === '{') return scanObject(text, at)
  if (text[at] === '[') return scanArray(text, at)
  const end = match(/true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y, text, at)
  return end < 0 ? fail('Expecting value', text, at) : end
}

function scanString(text: string, start: number): number {
  for (let at = start + 1; ; at += 1) {
    const character = text[at]
    if (character === undefined) fail('Unterminated string starting at', text, start)
    if (character === '"') return at + 1
    if (character < ' ') fail('Invalid control character at', text, at)
    if (character !== '\\') continue
    at += 1
    if (text[at] === undefined) fail('Unterminated string starting at', text, start)
    if (text[at] === 'u' && match(/u[\da-fA-F]{4}/y, text, at) < 0) fail('Invalid \\uXXXX escape', text, at)
    if (!'"\\/bfnrtu'.includes(text[at]!)) fail('Invalid \\escape', text, at - 1)
  }
}

function scanObject(text: string, start: number): number {
  let at = skipSpace(text, start + 1)
  if (text[at] === '}') return at + 1
  for (;;) {
    if (text[at] !== '"') fail('Expecting property name enclosed in double quotes', text, at)
    at = skipSpace(text, scanString(text, at))
    if (text[at] !== ':') fail("Expecting ':' delimiter", text, at)
    at = skipSpace(text, scanValue(text, skipSpace(text, at + 1)))
    if (text[at] === '}') return at + 1
    if (text[at] !== ',') fail("Expecting ',' delimiter", text, at)
    at = skipSpace(text, at + 1)
  }
}

function scanArray(text: string, start: number): number {
  let at = skipSpace(text, start + 1)
  if (text[at] === ']') return at + 1
  for (;;) {
    at = skipSpace(text, scanValue(text, at))
    if (text[at] === ']') return at + 1
    if (text[at] !== ',') fail("Expecting ',' delimiter", text, at)
    at = skipSpace(text, at + 1)
  }
}
