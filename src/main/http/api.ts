import type * as v from 'valibot'

/** Rows of a list that could be used, and how many could not. */
export interface Rows<T> { rows: T[], unusable: number }

/** One page of a list: where the next one is (its query, `?page=2`), or null. */
export interface Page { next: string | null }

export type Query = Record<string, string | number>

/**
 * The clinic API for features: authorised, one retry after a refresh, every failure an `AppFailure`.
 * Paths are relative to the base and end in a slash: `api/hospitalstaff/`.
 */
export interface ClinicApi {
  /** Every page of a list (a plain array or DRF's envelope), rows checked one by one. */
  list: <T>(path: string, row: v.GenericSchema<unknown, T>, query?: Query) => Promise<Rows<T>>
  /**
   * Every page of a list whose bodies (JSON text in UTF-8, at most 16 MiB each) are parsed elsewhere:
   * `take` gets each one and says where the next is.
   */
  pages: (path: string, query: Query, take: (body: Uint8Array) => Promise<Page>) => Promise<void>
}
