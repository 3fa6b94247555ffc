import { AppFailure } from '@shared/errors'
import type { Bridge, Call, Event, In, Out, Payload } from '@shared/ipc/contract'

declare global { interface Window { readonly desk: Bridge } }

/**
 * Asks the main process: the only door to it. Throws `AppFailure`.
 * The reply is unwrapped here and not in preload, because contextBridge strips the fields of errors.
 */
export async function ask<C extends Call>(call: C, ...[input]: In<C> extends void ? [] : [In<C>]): Promise<Out<C>> {
  const reply = await window.desk.invoke(call, plain(input))
  if (!reply.ok) throw new AppFailure(reply.error)
  return reply.value as Out<C>
}

/** Listens to hints from the main process; returns what ends it. */
export const listen = <E extends Event>(event: E, listener: (payload: Payload<E>) => void): (() => void) => window.desk.on(event, listener)

/** Vue's proxies can not be cloned across the bridge; what calls carry is plain JSON. */
const plain = (value: unknown): unknown => value === undefined ? undefined : JSON.parse(JSON.stringify(value))
