import { Hono } from 'hono'
import { djangoNotFound, djangoServerError } from './answers'
import { viewHandler, type Gate, type View } from './view'

const BASE = '/v1/api/integrate/'

/** The routes under the documented base, with Django's own answers around them: its 404, its 500, the 301 of a missing slash. */
export function createApp(views: Record<string, View>, gate: Gate): Hono {
  const app = new Hono()
  for (const [path, view] of Object.entries(views)) {
    const route = BASE + path.replace(':id', ':id{[0-9]+}')
    app.all(route, viewHandler(view, gate))
    app.all(route.slice(0, -1), ({ req }) => missingSlash(new URL(req.url)))
  }
  app.notFound(djangoNotFound)
  app.onError(djangoServerError)
  return app
}

/** Django's APPEND_SLASH. The location has no host, as Django's has none. */
const missingSlash = ({ pathname, search }: URL) =>
  new Response(null, { status: 301, headers: { 'Content-Type': 'text/html; charset=utf-8', 'Location': `${pathname}/${search}` } })
