import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { protocol } from 'electron'
import { marksOf, type Look } from '@shared/domain/look'
import { paperScheme } from './press'

/** Origin of the program's own pages; IPC answers to nothing else. */
export const pagesOrigin = 'app://desk'

/** Origin of the page on a wall: the same files, and main answers it nothing of the contract. */
export const wallOrigin = 'app://wall'
const hosts = [pagesOrigin, wallOrigin].map((origin) => new URL(origin).host)

const policy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
  "connect-src 'none'", "form-action 'none'", "base-uri 'none'", "frame-ancestors 'none'",
  "require-trusted-types-for 'script'", 'trusted-types vue',
].join('; ')

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2', '.svg': 'image/svg+xml', '.png': 'image/png', '.json': 'application/json',
}

/** Must run before the app is ready. */
export function registerPagesScheme(): void {
  const privileges = { standard: true, secure: true }
  // What V8 made of our scripts is kept for the next start.
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { ...privileges, codeCache: true } }, { scheme: paperScheme, privileges }])
}

/** Serves the built renderer in `root` at app://desk/ and app://wall/, with the content security policy as a header, and the page with the look that is chosen. */
export function servePages(root: string, look: () => Look): void {
  protocol.handle('app', async (request) => {
    const file = fileOf(root, request.url)
    if (!file) return new Response(null, { status: 403 })
    try {
      const content = await readFile(file)
      return new Response(path.extname(file) === '.html' ? dressed(content.toString(), look()) : content, { headers: headersOf(file) })
    } catch {
      return new Response(null, { status: 404 })
    }
  })
}

/** The page as it is first painted: it would else have to be asked for its theme, and change its colours before everyone's eyes. */
const dressed = (page: string, look: Look) =>
  page.replace('<html', ['<html', ...Object.entries(marksOf(look)).map(([name, mark]) => `data-${name}="${mark}"`)].join(' '))

/** The file that a page's URL names, or undefined where it leads out of `root` or to another host. */
function fileOf(root: string, url: string): string | undefined {
  try {
    const { host, pathname } = new URL(url)
    const name = decodeURIComponent(pathname)
    const file = path.join(root, name)
    const known = Object.hasOwn(types, path.extname(file))
    return hosts.includes(host) && known && !/\.\.|[\\\0]|%/.test(name) && file.startsWith(root + path.sep) ? file : undefined
  } catch {
    return undefined
  }
}

const headersOf = (file: string) => ({
  'Content-Type': types[path.extname(file)]!,
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
})
