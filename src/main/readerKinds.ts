import { callRequestRows } from './callRequests/callRequestRows'
import { slotRows } from './slots/slotRows'
import { staffRows } from './staff/staffRows'

/** The server's long lists, by what their rows are read by. */
export const readerKinds = { slots: slotRows, callRequests: callRequestRows, staff: staffRows }
export type Kinds = typeof readerKinds
