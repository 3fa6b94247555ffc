import * as v from 'valibot'
import { AppFailure, type AppError, type Reply } from '@shared/errors'
import type { Call, CallsOf, In, Out } from '@shared/ipc/contract'
import { rateLimit } from './rateLimit'

export interface Handler<C extends Call> {
  input: v.GenericSchema<unknown, In<C>>
  /** Strict too: nothing leaves main that the contract does not name. */
  output: v.GenericSchema<unknown, Out<C>>
  run: (input: In<C>) => Promise<Out<C>> | Out<C>
}

/** All handlers of one feature; a missing or misspelt call does not compile. */
export type Handlers<Feature extends string = string> = { [C in CallsOf<Feature>]: Handler<C> }

/** The slice of ipcMain that the router needs. `Sender` is read at once: a frame may be gone a moment later. */
export interface IpcServer<Sender = unknown> {
  handle: (channel: string, listener: (sender: Sender, input: unknown) => Promise<Reply<unknown>>) => void
}

interface Options<Sender> {
  isTrusted: (sender: Sender) => boolean
  /** Writes a fault of ours to the log and returns the reference under which it stands there. */
  report: (call: string, cause: unknown) => string
  clock: () => number
  /** Nothing is answered before: who is at the desk has to be known first. */
  ready: Promise<unknown>
  /** Whether a call may be answered now; of a locked desk hardly any. */
  isOpen: (call: Call) => boolean
}

/** Answers every call: sender check → rate limit → readiness → lock → input schema → handler → output schema → Reply. Never throws. */
export function serve<Sender>(
  server: IpcServer<Sender>, handlers: Handlers, { isTrusted, report, clock, ready, isOpen }: Options<Sender>,
): void {
  const admit = rateLimit({ perSecond: 200, burst: 400, clock })
  for (const [call, handler] of Object.entries(handlers) as [Call, Handler<Call>][]) {
    server.handle(call, async (sender, input) => {
      if (!isTrusted(sender)) return failed({ kind: 'forbidden' })
      if (!admit()) return failed({ kind: 'busy' })
      await ready
      if (!isOpen(call)) return failed({ kind: 'locked' })
      try {
        const value = await handler.run(v.parse(handler.input, input) as never)
        // It may have been locked meanwhile.
        if (!isOpen(call)) return failed({ kind: 'locked' })
        return { ok: true, value: v.parse(handler.output, value) }
      } catch (cause) {
        return failed(cause instanceof AppFailure ? cause.error : { kind: 'unexpected', ref: report(call, cause) })
      }
    })
  }
}

const failed = (error: AppError): Reply<never> => ({ ok: false, error })
