/** Marks where a record begins. Eight bytes that sealed bytes do not hold by chance; where they do, the record does not open. */
const MARK = Buffer.from('\x00CRlog\x01\n', 'latin1')
const HEADER = MARK.byteLength + 8

/** A record of a log as it lies on the disk: its number, and its sealed bytes. */
export interface Frame { number: number, sealed: Uint8Array }

/** Mark, number and length (32 bits each), sealed bytes. */
export function framed({ number, sealed }: Frame): Uint8Array {
  const header = Buffer.alloc(HEADER)
  MARK.copy(header)
  header.writeUInt32BE(number, MARK.byteLength)
  header.writeUInt32BE(sealed.byteLength, MARK.byteLength + 4)
  return Buffer.concat([header, sealed])
}

/** What a log holds. `damaged` counts the bytes that belong to no record. */
export interface Frames<T> { records: T[], damaged: number }

/** The records that `open` accepts, in order. After damage, wherever it is, the search goes on at the next mark. */
export function readFrames<T>(bytes: Uint8Array, open: (frame: Frame) => T | undefined): Frames<T> {
  const log = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const records: T[] = []
  let [read, end] = [0, 0]
  for (let at = log.indexOf(MARK); at >= 0;) {
    const frame = frameAt(log, at)
    const record = frame && open(frame)
    if (record !== undefined) {
      records.push(record)
      end = at + HEADER + frame!.sealed.byteLength
      read += end - at
    }
    at = log.indexOf(MARK, record === undefined ? at + 1 : end)
  }
  return { records, damaged: log.byteLength - read }
}

function frameAt(log: Buffer, at: number): Frame | undefined {
  if (at + HEADER > log.byteLength) return undefined
  const end = at + HEADER + log.readUInt32BE(at + MARK.byteLength + 4)
  return end > log.byteLength ? undefined : { number: log.readUInt32BE(at + MARK.byteLength), sealed: log.subarray(at + HEADER, end) }
}
