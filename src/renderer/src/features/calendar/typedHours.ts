export interface TypedHours {
  from: number | undefined
  /** Undefined also where it may be left empty and is. */
  to: number | undefined
  /** What a field may hold that holds something else. */
  wrong: Record<'from' | 'to', Record<'min' | 'max', number> | undefined>
}

/** Two whole hours of a day, the second after the first. With `mayBeOpen` the second may be left empty. */
export function typedHours(typed: { from: string, to: string }, mayBeOpen = false): TypedHours {
  const from = within(typed.from, { min: 0, max: 23 })
  const bounds = { min: (from ?? 0) + 1, max: 24 }
  const to = within(typed.to, bounds)
  const isOpen = mayBeOpen && typed.to.trim() === ''
  return {
    from, to,
    wrong: { from: from === undefined ? { min: 0, max: 23 } : undefined, to: to === undefined && !isOpen ? bounds : undefined },
  }
}

function within(text: string, { min, max }: Record<'min' | 'max', number>): number | undefined {
  const hour = /^\d{1,2}$/.test(text.trim()) ? Number(text) : NaN
  return hour >= min && hour <= max ? hour : undefined
}
