/** Does a task for each item, at most `lanes` at a time, beginning in the items' order. Rejects as the first task that does. */
export async function inLanes<T>(lanes: number, items: Iterable<T>, task: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items].values()
  await Promise.all(Array.from({ length: lanes }, async () => {
    for (const item of queue) await task(item)
  }))
}
