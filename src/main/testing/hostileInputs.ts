/** Numbers in [0, 1) that are the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const words = ['', 'id', 'form', '__proto__', 'constructor', 'password', '2026-11-23', '../../etc/passwd', '\u0000', '\ud800', 'x'.repeat(5000)]
const numbers = [0, -0, -1, 1.5, 2 ** 53, -(2 ** 53), NaN, Infinity, 1e308]

/** Anything that a call can be given: never `undefined`, which is what calls without an input want. */
export function hostileInput(random: () => number, depth = 0): unknown {
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)]!
  const inside = () => hostileInput(random, depth + 1)
  const leaves = [
    () => null, () => pick(numbers), () => pick(words), () => random() < 0.5, () => BigInt(Math.floor(random() * 1e9)), () => new Date(NaN),
    () => new Uint8Array(Math.floor(random() * 64)), () => new Map([['id', 1]]), () => new Set([1]), () => new Error('token eyJhbGciOi'), () => /x/g,
  ]
  const branches = [
    () => Array.from({ length: Math.floor(random() * 5) }, inside),
    () => Object.fromEntries(Array.from({ length: Math.floor(random() * 5) }, () => [pick(words), inside()])),
    () => JSON.parse(`{"__proto__":{"id":${Math.floor(random() * 9)}},"form":"x:y","id":1}`) as unknown,
    () => { const round: Record<string, unknown> = {}; round['self'] = round; return round },
  ]
  return pick(depth > 2 ? leaves : [...leaves, ...branches, ...branches])()
}
