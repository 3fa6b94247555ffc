import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { SessionState, SignInForm } from '@shared/domain/session'
import type { AppError } from '@shared/errors'
import { appErrorOf } from '@renderer/composables/appErrorOf'
import { ask, listen } from './desk'

/** Who is signed in where. `state` is undefined until main has told. */
export const useSession = defineStore('session', () => {
  const state = shallowRef<SessionState>()
  const failure = shallowRef<AppError>()
  let latest = 0

  /** A hint and the answer of a call can overtake each other: the state asked for last is the one that counts. */
  const settle = async (asked: Promise<SessionState>) => {
    const mine = ++latest
    const next = await asked
    if (mine === latest) state.value = next
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
    /** Why the session could not even be read. */
    failure,
    read,
    start,
    /** Throws `AppFailure`, as do the next two. */
    signIn: (form: SignInForm) => settle(ask('session:signIn', form)),
    signInToDemo: () => settle(ask('session:signInToDemo')),
    signOut: () => settle(ask('session:signOut')),
  }
})
