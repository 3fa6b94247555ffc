import type { Context, Handler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Account } from './accounts'
import { json, refusal } from './answers'

/** What a handler gets to know of a request. */
export interface Call {
  request: Request
  url: URL
  /** The number in the path; 0 where the route has none. */
  id: number
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type Answer = (call: Call) => Response | Promise<Response>

/** Throws the server's refusal to delete what is in use, with this sentence. */
export type Protect = (detail: string) => never

/** One route: what it does by method, in the order in which the Allow header names them. */
export interface View {
  /** As Django REST Framework names it in its answer to OPTIONS. */
  name: string
  methods: Partial<Record<Method, Answer>>
  /** No token needed: the token routes. */
  open?: boolean
}

/** Who may pass: both throw the server's refusal. */
export interface Gate {
  authenticate: (request: Request) => Promise<Account>
  throttle: (key: string) => void
}

const FORM_AND_JSON = ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data']
const SAFE = ['GET', 'HEAD', 'OPTIONS']

/**
 * A Hono handler that treats a request in the order of Django REST Framework's APIView.dispatch: content negotiation (406),
 * authentication (401), permission (403), throttle (429), method (405), then the route's own work.
 */
export function viewHandler(view: View, gate: Gate): Handler {
  const allow = allowed(view)
  return async (context) => {
    const response = await answered(context, view, gate).catch((error: unknown) => {
      if (error instanceof HTTPException) return error.getResponse()
      throw error
    })
    response.headers.set('Allow', allow)
    response.headers.set('Vary', 'Accept')
    return response
  }
}

async function answered(context: Context, view: View, gate: Gate): Promise<Response> {
  const request = context.req.raw
  negotiate(request)
  if (view.open) {
    gate.throttle('anonymous')
  } else {
    const account = await gate.authenticate(request)
    if (account.readOnly && !SAFE.includes(request.method)) {
      throw refusal(403, { detail: 'You do not have permission to perform this action.' })
    }
    gate.throttle(String(account.id))
  }
  if (request.method === 'OPTIONS') return json(200, { name: view.name, description: '', renders: ['application/json'], parses: FORM_AND_JSON })
  const answer = view.methods[(request.method === 'HEAD' ? 'GET' : request.method) as Method]
  if (!answer) throw refusal(405, { detail: `Method "${request.method}" not allowed.` })
  return answer({ request, url: new URL(request.url), id: Number(context.req.param('id') ?? 0) })
}

const allowed = ({ methods }: View) => [...Object.keys(methods), ...(methods.GET ? ['HEAD'] : []), 'OPTIONS'].join(', ')

/** JSON is all that this server writes. */
function negotiate(request: Request): void {
  const ranges = (request.headers.get('Accept') ?? '*/*').split(',').map((range) => range.split(';')[0]!.trim())
  if (!ranges.some((range) => ['*/*', 'application/*', 'application/json'].includes(range))) {
    throw refusal(406, { detail: 'Could not satisfy the request Accept header.' })
  }
}
