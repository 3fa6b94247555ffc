import type { Page } from 'playwright-core'

/** What the focused element is called: by its aria-label, the elements that it names, its label or its text; '' where there is none. */
export const focused = (page: Page): Promise<string> => page.evaluate(() => {
  const element = document.activeElement as HTMLInputElement | null
  if (!element || element === document.body) return ''
  const named = (element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
  return (element.getAttribute('aria-label') ?? (named.trim() || element.labels?.[0]?.textContent) ?? element.textContent ?? '').trim()
})

/** Presses the key until what has the focus is called so. Throws with what it met on the way. */
export async function goTo(page: Page, name: string | RegExp, key = 'Tab', most = 80): Promise<void> {
  const seen: string[] = []
  for (let turn = 0; turn < most; turn += 1) {
    const now = await focused(page)
    if (typeof name === 'string' ? now === name : name.test(now)) return
    seen.push(now)
    await page.keyboard.press(key)
  }
  throw new Error(`${String(name)} was not reached by ${key}: ${seen.join(' | ')}`)
}
