import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { SessionState, SignInForm } from '@shared/domain/session'
import type { AppError, SignedOutReason } from '@shared/errors'
import { appErrorOf } from '@renderer/composables/appErrorOf'
import { ask, listen } from './desk'

export type SignedIn = Extract<SessionState, { status: 'signedIn' }>

/** A session that the server ended while somebody worked in it. */
export interface LostSession { session: SignedIn, reason: SignedOutReason }

/** Who is signed in where. `state` is undefined until main has told. */
export const useSession = defineStore('session', () => {
  const state = shallowRef<SessionState>()
  const failure = shallowRef<AppError>()
  const lost = shallowRef<LostSession>()
  let latest = 0

  const follow = (next: SessionState) => {
    const before = state.value
    // In this order, so that a desk that stays is never without its session in between.
    if (next.status === 'signedOut' && before?.status === 'signedIn') {
      lost.value = next.reason === 'none' ? undefined : { session: before, reason: next.reason }
    }
    state.value = next
    if (next.status === 'signedIn') lost.value = undefined
  }

  /** A hint and the answer of a call can overtake each other: the state asked for last is the one that counts. */
  const settle = async (asked: Promise<SessionState>) => {
    const mine = ++latest
    const next = await asked
    if (mine === latest) follow(next)
  }

  const read = async () => {
    failure.value = undefined
    try {
      await settle(ask('session:read'))
    } catch (cause) {
      failure.value = appErrorOf(cause)
    }
  }

  /** Reads the session and follows its changes; returns what ends it. */
  const start = () => {
    void read()
    return listen('session:changed', () => void read())
  }

  return {
    state,
    /** Set from when the server ended the session until someone has signed in, or left. */
    lost,
    /** Whose desk is on screen: a lost session's stays, so that nothing typed goes with it. */
    desk: computed(() => state.value?.status === 'signedIn' ? state.value : lost.value?.session),
    /** Why the session could not even be read. */
    failure,
    read,
    start,
    /** Throws `AppFailure`, as do the next two. */
    signIn: (form: SignInForm) => settle(ask('session:signIn', form)),
    signInToDemo: () => settle(ask('session:signInToDemo')),
    signOut: () => settle(ask('session:signOut')),
    /** Gives a lost session up. */
    leave: () => { lost.value = undefined },
  }
})
