import { AppFailure } from '@shared/errors'

/**
 * Runs a task with a signal that aborts after `milliseconds` or when `outer` does; whichever it was, its `AppFailure` is what is thrown.
 * By hand, because `AbortSignal.any` keeps an entry in a long-lived source for every signal made of it (nodejs/node#64476).
 */
export async function withDeadline<T>(
  milliseconds: number, outer: AbortSignal | undefined, task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const inner = new AbortController()
  const timer = setTimeout(() => { inner.abort(new AppFailure({ kind: 'timeout' })) }, milliseconds)
  const end = () => { inner.abort(outer?.reason) }
  outer?.addEventListener('abort', end, { once: true })
  try {
    if (outer?.aborted) end()
    inner.signal.throwIfAborted()
    const aborted = new Promise<never>((_, reject) => {
      inner.signal.addEventListener('abort', () => { reject(inner.signal.reason as Error) })
    })
    return await Promise.race([task(inner.signal), aborted])
  } catch (cause) {
    throw inner.signal.aborted ? inner.signal.reason : cause
  } finally {
    clearTimeout(timer)
    outer?.removeEventListener('abort', end)
  }
}
