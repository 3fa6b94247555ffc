import type { AppError } from '@shared/errors'

/**
 * What an error thrown by `fetch` means. Reads the texts of Chromium's stack (`net::ERR_NAME_NOT_RESOLVED`), the codes of Node's
 * and, through `cause`, what ofetch wraps. Nothing of the error is carried on but a certificate error's code.
 */
export function failureOf(thrown: unknown): AppError {
  for (const word of wordsOf(thrown)) {
    for (const [pattern, meaning] of MEANINGS) {
      if (pattern.test(word)) return typeof meaning === 'function' ? meaning(word) : meaning
    }
  }
  return offline('dropped')
}

const offline = (cause: Extract<AppError, { kind: 'offline' }>['cause']): AppError => ({ kind: 'offline', cause })
const untrusted = (code: string): AppError => ({ kind: 'untrusted', code: code.replace(/^ERR_(?=CERT_)/, '') })
const unusable: AppError = { kind: 'unusable', detail: 'json' }

/** In this order: the first that fits. Chromium's words come as `ERR_…`, without `net::`. */
const MEANINGS: [RegExp, AppError | ((word: string) => AppError)][] = [
  [/redirect/i, { kind: 'moved' }],
  [/^ERR_(PROXY|TUNNEL|SOCKS|PAC|MANDATORY_PROXY|NO_SUPPORTED_PROXIES|UNEXPECTED_PROXY)/, offline('proxy')],
  // No network at all, or stopped by our own guard: said before anything is sent. What is unknown counts as a connection that broke.
  [/^ERR_(INTERNET_DISCONNECTED|BLOCKED_BY_CLIENT)$/, offline('network')],
  [/^ERR_(NAME_|DNS_|ICANN_)|^(ENOTFOUND|EAI_[A-Z]+)$/, offline('dns')],
  [/^ERR_(CERT|SSL|BAD_SSL|TLS|CERTIFICATE)_/, untrusted],
  [/^(CERT|CRL|UNABLE_TO|SELF_SIGNED|DEPTH_ZERO)_|^(HOSTNAME_MISMATCH|INVALID_CA|EPROTO)$/, untrusted],
  [/^ERR_(TIMED_OUT)$|^(UND_ERR_(HEADERS|BODY)_TIMEOUT|TimeoutError)$/, { kind: 'timeout' }],
  [/^ERR_(CONNECTION_(REFUSED|FAILED|TIMED_OUT)|ADDRESS_|UNSAFE_PORT)/, offline('unreachable')],
  [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/, offline('unreachable')],
  [/^ERR_(CONNECTION_|EMPTY_RESPONSE|CONTENT_LENGTH_MISMATCH|INCOMPLETE_)/, offline('dropped')],
  [/^ERR_(SOCKET_NOT_CONNECTED|HTTP2_|QUIC_|NETWORK_CHANGED)/, offline('dropped')],
  [/^(ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$/, offline('dropped')],
  [/^ERR_(RESPONSE_HEADERS_TOO_BIG)$|^(UND_ERR_HEADERS_OVERFLOW|HPE_HEADER_OVERFLOW)$/, { kind: 'tooLarge' }],
  [/^ERR_(CONTENT_DECODING|INVALID_HTTP_RESPONSE|INVALID_RESPONSE|RESPONSE_HEADERS)|^(HPE_|Z_)/, unusable],
]

/** The codes, names and Chromium words of an error and of its causes, outermost first. */
function* wordsOf(thrown: unknown): Generator<string> {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 8; error = error.cause, depth += 1) {
    const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
    if (code !== undefined) yield code
    const chromium = /net::(ERR_[A-Z0-9_]+)/.exec(error.message)?.[1]
    if (chromium !== undefined) yield chromium
    if (/redirect/i.test(error.message) && !/https?:/i.test(error.message)) yield 'redirect'
    yield error.name
  }
}
