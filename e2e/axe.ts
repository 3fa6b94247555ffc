import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const all = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }

/** Looks of the page, as data-theme, data-contrast and data-density, and what can differ in each from the first. */
const looks = [
  { marks: { theme: 'light' }, rules: all },
  { marks: { theme: 'dark' }, rules: { type: 'rule', values: ['color-contrast'] } },
  { marks: { theme: 'light', contrast: 'more' }, rules: { type: 'rule', values: ['color-contrast'] } },
  { marks: { theme: 'dark', contrast: 'more' }, rules: { type: 'rule', values: ['color-contrast'] } },
  { marks: { theme: 'light', density: 'compact' }, rules: { type: 'rule', values: ['target-size'] } },
]

/** What axe finds on a page as it looks now: rule and element. */
export const findings = (page: Page): Promise<string[]> => findingsIn(page, [{ marks: null, rules: all }])

/** What axe finds in every theme, and in the compact density. Leaves the page in its own look. */
export const findingsInEveryTheme = (page: Page): Promise<string[]> => findingsIn(page, looks)

interface Look { marks: Record<string, string> | null, rules: typeof all }

async function findingsIn(page: Page, given: Look[]): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.evaluate(axe)
  return page.evaluate(async (asked) => {
    type Result = { violations: { id: string, nodes: { html: string }[] }[] }
    const { axe: run } = globalThis as unknown as { axe: { run: (node: object, options: object) => Promise<Result> } }
    const { dataset } = document.documentElement
    const own = { ...dataset }
    const put = (marks: Record<string, string | undefined>) => {
      for (const name of ['theme', 'contrast', 'density']) {
        if (marks[name] === undefined) delete dataset[name]
        else dataset[name] = marks[name]
      }
    }
    // What is still changing its colour has none that could be judged.
    const settled = async () => {
      await new Promise((resolve) => { requestAnimationFrame(() => { requestAnimationFrame(resolve) }) })
      for (const each of document.getAnimations()) {
        if (each.effect?.getComputedTiming().iterations !== Infinity) each.finish()
      }
    }
    const found: string[] = []
    for (const { marks, rules } of asked) {
      if (marks) put(marks)
      await settled()
      const { violations } = await run.run(document, { runOnly: rules, resultTypes: ['violations'] })
      const look = marks ? `${Object.values(marks).join(' ')}: ` : ''
      found.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${look}${id}: ${html.slice(0, 200)}`)))
    }
    put(own)
    return found
  }, given)
}
