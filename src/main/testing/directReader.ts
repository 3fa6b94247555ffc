import { readerOf, readHere } from '@main/feed/openAnswers'
import type { Read, RowReader } from '@main/feed/reader'

/** A reader of one kind of answers without a thread: for tests of what is done with the answers. */
export const directReader = <T>(rowsOf: (subject: number) => RowReader<T>): Read<T> => readerOf<{ rows: typeof rowsOf }>(readHere({ rows: rowsOf })).of('rows')
