import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** One recorded request and its answer; see samples/README.md. */
export interface Sample {
  name: string
  title: string
  server_options: string[]
  today: string
  given?: string
  request: { method: string, path: string, headers: Record<string, string>, body?: unknown, body_text?: string }
  response: { status: number, headers: Record<string, string>, body?: unknown, body_text?: string }
}

const folder = fileURLToPath(new URL('../samples/', import.meta.url))

/** Names of all recorded samples. */
export const sampleNames = (): string[] => readdirSync(folder).filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -5)).sort()

export const readSample = (name: string): Sample => JSON.parse(readFileSync(`${folder}${name}.json`, 'utf8')) as Sample
