/** What a step of the guide tells the reader to do, or to see. */
export type Instruction =
  | { kind: 'press', key: string }
  | { kind: 'pressUntil', key: string, focused: string }
  | { kind: 'type', text: string }
  | { kind: 'see', text: string }

export interface Step { number: number, text: string, instructions: Instruction[] }

const INSTRUCTION = /press `([^`]+)` until \*\*([^*]+)\*\* has (?:the focus|it)|press `([^`]+)`|type `([^`]+)`|\*\*([^*]+)\*\* appears/gi
const MARKED = /`[^`]+`|\*\*[^*]+\*\*/

function instructionOf([, key, focused, pressed, typed, seen]: RegExpMatchArray): Instruction {
  if (key !== undefined) return { kind: 'pressUntil', key, focused: focused! }
  if (pressed !== undefined) return { kind: 'press', key: pressed }
  return typed === undefined ? { kind: 'see', text: seen! } : { kind: 'type', text: typed }
}

/**
 * Reads the numbered steps of a page of the guide: `code` is pressed or typed, and what is bold has the focus or appears.
 * Throws when a step has a marked word that is none of these, or nothing to do at all: nobody could follow it then.
 */
export function stepsOf(markdown: string): Step[] {
  return [...markdown.matchAll(/^(\d+)\. ([^]*?)(?=\n\d+\. |\n\n|(?![^]))/gm)].map((match) => {
    const text = match[2]!.replaceAll(/\s+/g, ' ').trim()
    const instructions = [...text.matchAll(INSTRUCTION)].map(instructionOf)
    const left = MARKED.exec(text.replaceAll(INSTRUCTION, ''))
    if (left || instructions.length === 0) throw new Error(`Step ${match[1]} can not be followed${left ? ` at ${left[0]}` : ''}: ${text}`)
    return { number: Number(match[1]), text, instructions }
  })
}
