/** Runs tasks of one key one after the other, those of different keys at the same time. Keeps nothing of a key without a task. */
export interface Keyed {
  run: <T>(key: string, task: () => Promise<T>) => Promise<T>
  isBusy: (key: string) => boolean
}

/** See `Keyed`. */
export function keyed(): Keyed {
  const last = new Map<string, Promise<unknown>>()
  return {
    run(key, task) {
      const mine = (last.get(key) ?? Promise.resolve()).then(task)
      const release = () => { if (last.get(key) === ended) last.delete(key) }
      const ended: Promise<void> = mine.then(release, release)
      last.set(key, ended)
      // Whoever is told of its end finds the key free: what asks "is it busy?" then must not be passed over for good.
      return ended.then(() => mine)
    },
    isBusy: (key) => last.has(key),
  }
}
