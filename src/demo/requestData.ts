import { refusal } from './answers'
import { parseJson } from './pythonJson'

/**
 * The data of a request's body: JSON or a form, `{}` for an empty body. Throws the server's 400 for a body that can not be
 * parsed and 415 for any other media type.
 */
export async function requestData(request: Request): Promise<unknown> {
  const bytes = await request.arrayBuffer()
  if (bytes.byteLength === 0) return {}
  const type = request.headers.get('Content-Type') ?? ''
  const media = type.split(';')[0]!.trim().toLowerCase()
  if (media === 'application/json') return jsonData(new TextDecoder().decode(bytes))
  if (media === 'application/x-www-form-urlencoded') return Object.fromEntries(new URLSearchParams(new TextDecoder().decode(bytes)))
  if (media === 'multipart/form-data') return formData(bytes, type)
  throw refusal(415, { detail: `Unsupported media type "${type}" in request.` })
}

function jsonData(text: string): unknown {
  try {
    return parseJson(text)
  } catch (error) {
    if (error instanceof SyntaxError) throw refusal(400, { detail: `JSON parse error - ${error.message}` })
    throw error
  }
}

async function formData(bytes: ArrayBuffer, type: string): Promise<unknown> {
  try {
    return Object.fromEntries(await new Response(bytes, { headers: { 'Content-Type': type } }).formData())
  } catch {
    throw refusal(400, { detail: 'Multipart form parse error - Invalid boundary in multipart: None' })
  }
}
