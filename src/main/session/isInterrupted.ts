import type { SignedOutReason } from '@shared/errors'

/** Whether the same person signs in again and goes on with what is kept. An account that is gone has no claim to it. */
export const isInterrupted = (reason: SignedOutReason): boolean => !['none', 'inactive', 'unknownUser'].includes(reason)
