/** One or two letters that stand for an account: `m.kaya@clinic.example` is MK. */
export function initials(email: string): string {
  const words = email.split('@')[0]!.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  return words.slice(0, 2).map((word) => [...word][0]).join('').toUpperCase() || '?'
}
