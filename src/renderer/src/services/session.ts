import { defineStore } from 'pinia'
import { computed, nextTick, shallowRef } from 'vue'
import type { SessionState, SignInForm } from '@shared/domain/session'
import type { AppError, SignedOutReason } from '@shared/errors'
import { appErrorOf } from '@renderer/composables/appErrorOf'
import { ask, listen } from './desk'

export type SignedIn = Extract<SessionState, { status: 'signedIn' }>

export type Locked = Extract<SessionState, { status: 'locked' }>

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
      lost.value = isServersWord(next.reason) ? { session: before, reason: next.reason } : undefined
    }
    state.value = next
    if (next.status !== 'signedOut') lost.value = undefined
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
    /** Throws `AppFailure`, as do the next ones. */
    signIn: (form: SignInForm) => settle(ask('session:signIn', form)),
    signInToDemo: () => settle(ask('session:signInToDemo')),
    signOut: () => settle(ask('session:signOut')),
    unlock: (password: string) => settle(ask('lock:unlock', { password })),
    handOver: () => settle(ask('lock:leave')),
    /** Puts the desk away first: what is typed is kept as a draft while main still takes it. */
    async lock() {
      state.value = undefined
      await nextTick()
      await settle(ask('lock:lock')).catch(read)
    },
    /** Gives a lost session up. */
    leave: () => { lost.value = undefined },
  }
})

/** Whether a desk stays on screen for the same person to sign in again: nobody but they can have come meanwhile. */
const isServersWord = (reason: SignedOutReason) => reason === 'ended' || reason === 'inactive' || reason === 'unknownUser'
