import { parentPort } from 'node:worker_threads'
import { serveReadings } from './feed/serveReadings'
import { readerKinds } from './readerKinds'

// The entry of the reading thread: it is started for nothing else.
serveReadings(parentPort!, readerKinds)
