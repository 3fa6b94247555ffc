import type { AppErrorOf } from '../errors'

// Node and browsers have the same one, but this folder is compiled with the types of neither.
declare const URL: new (text: string) => Url
interface Url { origin: string, protocol: string, hostname: string, host: string, pathname: string }

export type BadAddress = AppErrorOf<'badAddress'>['reason']

/** A clinic server: `base` ends in `/v1/api/integrate/`, `host` is for people and has the port where it is not the usual one. */
export interface ServerAddress { base: string, origin: string, host: string }

const API_PATH = '/v1/api/integrate/'
const LONGEST = 2000
const LABEL = /^[a-z\d_](?:[a-z\d_-]{0,61}[a-z\d_])?$/

/**
 * Reads a server address in any form that a person pastes: host, host and port, the API's base or any of its documented URLs,
 * with quotes, spaces or a mail's full stop around. All lead to the same base. A path before `/v1` (a reverse proxy's) stays,
 * any other path goes. Without a scheme it is https, on this computer itself (loopback) http; http elsewhere is refused.
 */
export function parseServerAddress(text: string): { ok: true } & ServerAddress | { ok: false, reason: BadAddress } {
  const bare = unwrapped(text)
  if (!bare) return refused('empty')
  const [, scheme, rest] = /^(?:(https?):)?[\\/]*(.*)$/is.exec(bare) as unknown as [string, string | undefined, string]
  if (!scheme && /^[a-z][a-z\d+.-]*:(?!\d|[/\\]?$)/i.test(bare)) return refused('scheme')
  if (/^[^\\/?#]*@/s.test(rest)) return refused('credentials')
  const url = parsed(rest, scheme?.toLowerCase())
  if (!url) return refused('malformed')
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return refused('plainHttp')
  return { ok: true, base: url.origin + prefixOf(url.pathname) + API_PATH, origin: url.origin, host: url.host }
}

/** The shortest text that `parseServerAddress` reads back as `base`: what the sign-in form is filled in with. */
export function shortAddress(base: string): string {
  const { host, origin } = new URL(base)
  const leadsBack = (text: string) => {
    const read = parseServerAddress(text)
    return read.ok && read.base === base
  }
  return [host, origin].find(leadsBack) ?? base
}

const refused = (reason: BadAddress) => ({ ok: false as const, reason })

/** Without what a mail or a document puts around an address. Square brackets stay: an IPv6 address has them. */
const unwrapped = (text: string) =>
  text.replace(/^[\s"'`“”„‘’«»<(\u200b\ufeff]+|[\s"'`“”„‘’«»>).,;\u200b\ufeff]+$/g, '')

function parsed(rest: string, scheme: string | undefined): Url | undefined {
  if (rest.length > LONGEST) return undefined
  const url = urlOf(`${scheme ?? 'https'}://${rest}`)
  if (!url || !isHost(url.hostname)) return undefined
  url.hostname = url.hostname.replace(/\.$/, '')
  return scheme === undefined && isLoopback(url.hostname) ? urlOf(`http://${url.hostname}:${portIn(rest)}${url.pathname}`) : url
}

function urlOf(text: string): Url | undefined {
  try { return new URL(text) } catch { return undefined }
}

/** The port as it was typed: the URL of another scheme would drop its own usual one. */
const portIn = (rest: string) => /^(?:\[[^\]]*\]|[^:\\/?#]*):(\d+)/.exec(rest)?.[1] ?? ''

const isLoopback = (hostname: string) => hostname === '[::1]' || /^(?:.+\.)?localhost$|^127(?:\.\d+){3}$/.test(hostname)

/** `URL` lets names pass that no server can have: `...`, `a..b`. */
const isHost = (hostname: string) =>
  hostname.startsWith('[') || (hostname.length <= 254 && hostname.replace(/\.$/, '').split('.').every((label) => LABEL.test(label)))

/** What stands before the API's path, or before as much of its beginning as there is; '' for any other path. */
const prefixOf = (pathname: string): string =>
  /^(.*?)\/v1(?:\/api(?:\/integrate(?:\/.*)?)?)?$/i.exec(pathname.replace(/\/+/g, '/').replace(/\/$/, ''))?.[1] ?? ''
