import * as v from 'valibot'
import { AppFailure } from '@shared/errors'
import type { Lane } from '@main/ports'
import { joined } from './body'
import type { Answer, Client, Method } from './client'
import { parseJson } from './json'
import { readPages } from './pages'
import { pageRows } from './rows'
import type { Validator } from './validator'

/** Rows of a list that could be used, and how many could not. */
export interface Rows<T> { rows: T[], unusable: number }

/**
 * One page of a list: where the next one is (its query, `?page=2`, or its whole address), or null; how many rows it had, and how many
 * the server says that the whole list has (null for a plain array, which says nothing).
 */
export interface Page { next: string | null, rows: number, count: number | null }

/** How a list came: whole, with what to ask by the next time, or not at all because nothing has changed. */
export interface Delivery { isUnchanged: boolean, validator: Validator | null }

type Query = Record<string, string | number>

/** What a row or an answer is checked by. Use `v.object`, which lets fields pass that nobody knows yet. */
export type Row<T> = v.GenericSchema<unknown, T>

/**
 * The clinic API for features: authorised, one retry after a refresh, every failure an `AppFailure`.
 * Paths are relative to the base and end in a slash: `api/hospitalstaff/`.
 * Writes reach the server at most once; after a failure of kind offline, timeout, server or unusable nobody knows whether they did.
 */
export interface ClinicApi {
  /** Every page of a list (a plain array or DRF's envelope), rows checked one by one. */
  list: <T>(path: string, row: Row<T>, query?: Query) => Promise<Rows<T>>
  /**
   * Every page of a list whose bodies (JSON text in UTF-8, at most 16 MiB each) are parsed elsewhere: `take` gets each one in pieces, may
   * transfer their buffers, and says where the next is. With the validator of the answer that is `known` it is not called at all when
   * nothing has changed since.
   */
  pages: (path: string, query: Query, take: (body: Uint8Array[]) => Promise<Page>, known?: Validator | null) => Promise<Delivery>
  /** GET of one row. */
  retrieve: <T>(path: string, row: Row<T>) => Promise<T>
  /** POST; the row that the server made of it. */
  create: <T>(path: string, body: object, row: Row<T>) => Promise<T>
  /** PUT: the whole row anew. */
  replace: <T>(path: string, body: object, row: Row<T>) => Promise<T>
  /** PATCH: only the fields in `body`. */
  change: <T>(path: string, body: object, row: Row<T>) => Promise<T>
  /** DELETE; the answer's body, usually empty, is of no interest. */
  remove: (path: string) => Promise<void>
}

/**
 * One person's access to one server. `send` gives the access token that holds now, refreshes it when it is due or refused,
 * and calls its task at most twice. It throws `AppFailure` (signedOut) once this access has ended, even if someone signed in since.
 */
export interface Access {
  /** `https://host/v1/api/integrate/` */
  base: string
  send: <T>(task: (token: string, signal?: AbortSignal) => Promise<T>) => Promise<T>
}

/** The session as the API needs it. Throws `AppFailure` (signedOut) when nobody is signed in. */
export interface Authority { access: () => Access }

/** The clinic API over one client, with the tokens of whoever is signed in when a call begins. Its writes take `lane`. */
export function clinicApi(client: Client, authority: Authority, lane: Lane = 'single'): ClinicApi {
  const pages: ClinicApi['pages'] = (path, query, take, known) => {
    const { base, send } = authority.access()
    const get = (search: string, conditions?: Validator | null): Promise<Answer> =>
      send((token, signal) => client.answer({ method: 'GET', url: base + path + search, token, signal, known: conditions }))
    return readPages(queryText(query), get, take, known)
  }
  const ask = async (method: Method, path: string, body?: object) => {
    const { base, send } = authority.access()
    return send((token, signal) => client.request({ method, url: base + path, token, signal, body, lane }))
  }
  const writing = (method: Method) => async <T>(path: string, body: object, row: Row<T>) => rowOf(await ask(method, path, body), row)
  return {
    pages,
    list: async <T>(path: string, row: Row<T>, query: Query = {}) => {
      const found: Rows<T> = { rows: [], unusable: 0 }
      await pages(path, query, async (body) => pageRows(parseJson(joined(body)), row, found))
      return found
    },
    retrieve: async (path, row) => rowOf(await ask('GET', path), row),
    create: writing('POST'),
    replace: writing('PUT'),
    change: writing('PATCH'),
    remove: async (path) => { await ask('DELETE', path) },
  }
}

function rowOf<T>(body: Uint8Array, row: Row<T>): T {
  const read = v.safeParse(row, parseJson(body))
  if (!read.success) throw new AppFailure({ kind: 'unusable', detail: 'shape' })
  return read.output
}

function queryText(query: Query): string {
  const text = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) text.append(name, String(value))
  return text.size > 0 ? `?${text.toString()}` : ''
}
