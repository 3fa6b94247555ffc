import { parentPort } from 'node:worker_threads'
import { callRequestRows } from '@main/callRequests/callRequestRows'
import { serveReadings } from '@main/feed/serveReadings'
import { slotRows } from '@main/slots/slotRows'
import { staffRows } from '@main/staff/staffRows'

/** What the reading thread can read; `compose` names them by type. */
const kinds = { slots: slotRows, callRequests: callRequestRows, staff: staffRows }
export type Kinds = typeof kinds

// The entry of the thread: it is started for nothing else.
serveReadings(parentPort!, kinds)
