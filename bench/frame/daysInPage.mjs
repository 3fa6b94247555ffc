import path from 'node:path'
import { build } from 'vite'

const sources = path.join(import.meta.dirname, '..', '..', 'src')
const module = path.join(sources, 'renderer/src/features/calendar/askDays.ts')

/** The code by which the page asks for days and unpacks them, built as the page is. */
const built = async () => {
  const [{ output }] = await build({
    configFile: false, logLevel: 'error',
    resolve: { alias: { '@shared': path.join(sources, 'shared'), '@renderer': path.join(sources, 'renderer/src') } },
    build: { write: false, target: 'chrome130', minify: 'oxc', lib: { entry: module, name: 'benchDays', formats: ['iife'] } },
  })
  return output[0].code
}

let code

/** Sees to it that `benchDays` in this page, until it is loaded again, is what the page's own code asks for days with: { askDay, … }. */
export const daysInPage = async (page) => {
  code ??= built()
  if (!await page.evaluate(() => 'benchDays' in globalThis)) await page.evaluate(await code)
}

/** A day of these clinics on the board: { columns }, of plain arrays. */
export const askDay = async (page, query) => {
  await daysInPage(page)
  return page.evaluate(async (asked) => {
    const { columns } = await globalThis.benchDays.askDay(asked)
    return { columns: columns.map(({ ids, starts, ends, ...rest }) => ({ ...rest, ids: [...ids], starts: [...starts], ends: [...ends] })) }
  }, query)
}
