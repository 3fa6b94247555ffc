import { vi } from 'vitest'

const PATIENCE_MS = 30_000

const { waitFor } = vi

/** A busy machine is slow, not wrong: what never comes is still found out. */
vi.waitFor = (callback, options) => waitFor(callback, typeof options === 'number' ? options : { timeout: PATIENCE_MS, ...options })
