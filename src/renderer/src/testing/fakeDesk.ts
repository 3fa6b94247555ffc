import { AppFailure, type Reply } from '@shared/errors'
import type { Bridge, Call, Event, In, Out } from '@shared/ipc/contract'

export type Answers = { [C in Call]?: (input: In<C>) => Out<C> | Promise<Out<C>> }

export interface FakeDesk {
  /** Calls so far, in order. */
  asked: { call: Call, input: unknown }[]
  emit: (event: Event) => void
}

/** Stands in for the main process on `window.desk`. A call without an answer fails as an unexpected error would. */
export function installDesk(answers: Answers): FakeDesk {
  const asked: FakeDesk['asked'] = []
  const listeners = new Map<Event, Set<(payload: never) => void>>()
  const desk: Bridge = {
    async invoke(call, input) {
      asked.push({ call, input })
      return reply(answers[call] as ((input: unknown) => unknown) | undefined, input)
    },
    on(event, listener) {
      const heard = listeners.get(event) ?? new Set()
      listeners.set(event, heard.add(listener))
      return () => { heard.delete(listener) }
    },
  }
  Object.defineProperty(window, 'desk', { configurable: true, value: desk })
  return { asked, emit: (event) => { for (const listener of listeners.get(event) ?? []) listener(undefined as never) } }
}

async function reply(answer: ((input: unknown) => unknown) | undefined, input: unknown): Promise<Reply<unknown>> {
  if (!answer) return { ok: false, error: { kind: 'unexpected', ref: 'no answer' } }
  try {
    return { ok: true, value: await answer(input) }
  } catch (cause) {
    if (cause instanceof AppFailure) return { ok: false, error: cause.error }
    throw cause
  }
}
