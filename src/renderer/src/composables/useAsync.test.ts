import { describe, expect, it } from 'vitest'
import { AppFailure } from '@shared/errors'
import { useAsync } from './useAsync'

/** A task whose runs are answered by the test, in any order. */
function answeredByHand() {
  const runs: Deferred<string>[] = []
  return { runs, task: () => (runs.push(deferred()), runs.at(-1)!.promise) }
}

interface Deferred<T> { promise: Promise<T>, resolve: (value: T) => void, reject: (cause: unknown) => void }
function deferred<T>(): Deferred<T> {
  let resolve!: (value: T) => void
  let reject!: (cause: unknown) => void
  const promise = new Promise<T>((yes, no) => { [resolve, reject] = [yes, no] })
  return { promise, resolve, reject }
}

describe('useAsync', () => {
  it('goes from idle over loading to ready', async () => {
    const { runs, task } = answeredByHand()
    const { status, value, run } = useAsync(task)
    expect(status.value).toBe('idle')
    const ended = run()
    expect(status.value).toBe('loading')
    runs[0]!.resolve('a')
    await ended
    expect([status.value, value.value]).toEqual(['ready', 'a'])
  })

  it('keeps the old value while it reloads and when that fails, with the reason', async () => {
    const { runs, task } = answeredByHand()
    const { status, value, error, run } = useAsync(task)
    const first = run()
    runs[0]!.resolve('old')
    await first
    const second = run()
    expect([status.value, value.value]).toEqual(['loading', 'old'])
    runs[1]!.reject(new AppFailure({ kind: 'timeout' }))
    await second
    expect([status.value, value.value, error.value]).toEqual(['failed', 'old', { kind: 'timeout' }])
  })

  it('drops every answer but the latest run’s, good or bad', async () => {
    const { runs, task } = answeredByHand()
    const { status, value, error, run } = useAsync(task)
    const ended = [run(), run(), run()]
    runs[2]!.resolve('latest')
    runs[0]!.resolve('first')
    runs[1]!.reject(new AppFailure({ kind: 'timeout' }))
    await Promise.all(ended)
    expect([status.value, value.value, error.value]).toEqual(['ready', 'latest', undefined])
  })

  it('forgets everything on reset, even an answer under way', async () => {
    const { runs, task } = answeredByHand()
    const { status, value, run, reset } = useAsync(task)
    const ended = run()
    reset()
    runs[0]!.resolve('late')
    await ended
    expect([status.value, value.value]).toEqual(['idle', undefined])
  })

  it('passes its arguments on', async () => {
    const { value, run } = useAsync((a: number, b: number) => Promise.resolve(a + b))
    await run(2, 3)
    expect(value.value).toBe(5)
  })
})
