import type { Read, Reading, RowReader } from '@main/feed/reader'
import { readings } from '@main/feed/readings'

/** A reader of one kind of answers without a thread: for tests of what is done with the answers. */
export function directReader<T>(rowsOf: (subject: number) => RowReader<T>): Read<T> {
  const { take, finish, drop } = readings({ rows: rowsOf })
  let loads = 0
  return async (pages, { signal, subject = 0, before }) => {
    const of = { load: loads += 1, kind: 'rows', subject }
    try {
      await pages(async (body) => {
        signal.throwIfAborted()
        return take(of, body, before ?? undefined)
      })
      return finish(of) as Reading<T>
    } catch (cause) {
      drop(of)
      throw cause
    }
  }
}
