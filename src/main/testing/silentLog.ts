import type { Log } from '@main/ports'

/** Says nothing to anyone. */
export const silentLog: Log = { info: () => undefined, warn: () => undefined }
