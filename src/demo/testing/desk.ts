import type { DemoClinic } from '@demo/clinic'

export interface Answered { status: number, headers: Headers, body: unknown }

/** A signed-in client of a demo clinic without a port; `ask` takes a path under `api/` and a body, which it sends as JSON. */
export async function openDesk(clinic: DemoClinic, account = clinic.accounts[0]!) {
  const { access } = await clinic.tokens.pair(account.id)
  const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answered> => {
    const response = await clinic.fetch(new Request(`http://clinic.test/v1/api/integrate/api/${path}`, {
      method,
      headers: { 'Authorization': `Bearer ${access}`, 'Content-Type': 'application/json', ...headers },
      body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
    }))
    const text = await response.text()
    const isJson = text !== '' && response.headers.get('Content-Type') === 'application/json'
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
  }
  return { ask }
}
