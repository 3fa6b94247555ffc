import fs from 'node:fs'
import path from 'node:path'

/* Runs in the app's page: its body with the board, and how far that is scrolled. */
const seen = () => {
  const scroller = document.querySelector('.scroller')
  return {
    html: document.body.innerHTML, columns: document.querySelector('[role=grid]').innerHTML, heading: document.querySelector('h1').textContent,
    root: { class: document.documentElement.className, theme: document.documentElement.dataset.theme ?? '', style: document.documentElement.style.cssText },
    top: scroller.scrollTop, left: scroller.scrollLeft, sheets: [...document.styleSheets].flatMap(({ href }) => href ?? []),
  }
}

/** What runs in the page of the limit: a key puts the other day's slots in place of the shown ones, and nothing else. */
const turning = (days) => {
  const grid = document.querySelector('[role=grid]')
  let at = 0
  addEventListener('keydown', ({ key }) => {
    if (key !== 'x') return
    at = 1 - at
    grid.innerHTML = days[at].columns
    document.querySelector('h1').textContent = days[at].heading
  })
  Object.assign(document.querySelector('.scroller'), { scrollTop: days[0].top, scrollLeft: days[0].left })
}

/** A `<` in a script's text could end the script. */
const inScript = (value) => JSON.stringify(value).replaceAll('<', '\\u003c')

/**
 * Writes a page into `folder` that looks as the app does now and on the day after `turn`, and does nothing but change between the
 * two at a key (x) through innerHTML: the visible slots alone. Answers its path.
 */
export const boardSnapshot = async (page, { root, folder, turn }) => {
  const first = await page.evaluate(seen)
  await turn(']')
  const second = await page.evaluate(seen)
  await turn('[')
  const css = first.sheets.map((href) => fs.readFileSync(path.join(root, 'out/renderer', new URL(href).pathname), 'utf8')).join('\n')
  const file = path.join(folder, 'limit.html')
  const days = [first, second].map(({ columns, heading, top, left }) => ({ columns, heading, top, left }))
  fs.writeFileSync(file, `<!doctype html><html lang="en" class="${first.root.class}" data-theme="${first.root.theme}" style="${first.root.style}">
<head><meta charset="utf-8"><title>Limit</title><style>${css}</style></head><body>${first.html}
<script>(${turning})(${inScript(days)})</script></body></html>`)
  return file
}
