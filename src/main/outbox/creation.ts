import type { ClinicApi } from '@main/http/api'
import type { Create } from '@shared/domain/outbox'
import type { AppError } from '@shared/errors'

/** One thing to be created, as the outbox needs to see it. */
export interface Creation {
  /** Two creations with one key could not be told apart in a list of what is there. */
  naturalKey: string
  /** POSTs it. Throws `AppFailure`. */
  send: (api: Pick<ClinicApi, 'create'>) => Promise<Made>
  /** Sees to it that what is there is known, from less than a minute ago. False when it can not be fetched. */
  fresh: () => Promise<boolean>
  /** Fetches what is there from now on. False when it can not be fetched. */
  anew: () => Promise<boolean>
  /** Why that could not be fetched; null when it could. */
  failure: () => AppError | null
  /** Ids of the rows that are there with this natural key, as far as known. */
  alike: () => number[]
  /** Ids of the rows that could be it if the server writes things in another way, those that are alike among them. */
  near: () => number[]
}

/** The server's new row. */
export interface Made {
  id: number
  /** Takes it into the local data. One of many may be told of later, with the others. */
  take: (isOneOfMany: boolean) => void
  /** The row says something else than what was sent. */
  isAltered?: boolean
}

type FormOf<K extends Create['kind']> = Extract<Create, { kind: K }>['form']

/** How each kind of thing is created: a line for each resource that the API lets us create. */
export type Creations = { [K in Create['kind']]: (form: FormOf<K>) => Creation }

/** The creation that an order asks for. */
export const creationOf = (creations: Creations, { kind, form }: Create): Creation => creations[kind](form as never)
