import { expect } from 'vitest'
import type { CDPSession, Page } from 'playwright-core'

interface Property { name: string, value: { value?: unknown } }
interface Spoken {
  nodeId: string
  parentId?: string
  ignored: boolean
  role?: { value: string }
  name?: { value: string }
  description?: { value: string }
  value?: { value: unknown }
  properties?: Property[]
}

export interface Listener {
  /** What is said of the element that has the focus, or of the entry that its list points to. */
  focused: () => Promise<string>
  /** The named parts of the page around it, from the outermost. */
  around: () => Promise<string[]>
  /** What live regions and alerts have said since this was asked the last time. */
  spoken: () => Promise<string[]>
}

/** What screen readers tell when the focus comes into it. */
const places = new Set(['alertdialog', 'dialog', 'form', 'grid', 'group', 'list', 'listbox', 'main', 'navigation', 'radiogroup', 'region', 'status', 'table'])
const states: Record<string, [yes: string, no: string]> = {
  invalid: ['invalid', ''], required: ['required', ''], disabled: ['unavailable', ''], readonly: ['read only', ''],
  expanded: ['expanded', 'collapsed'], checked: ['checked', 'not checked'], pressed: ['pressed', 'not pressed'], selected: ['selected', 'not selected'],
}

/** Listens to a page as assistive technology does: by Chromium's accessibility tree, and by what changes in live regions. */
export async function listenTo(page: Page): Promise<Listener> {
  const client = await page.context().newCDPSession(page)
  await client.send('Accessibility.enable')
  await page.evaluate(watchLiveRegions)
  return {
    focused: async () => {
      await settled(page)
      return sentence((await path(client))[0])
    },
    around: async () => (await path(client)).slice(1).reverse()
      .filter((node) => !node.ignored && places.has(String(node.role?.value)) && node.name?.value)
      .map(({ name, role }) => `${name!.value}, ${role!.value}`),
    spoken: () => page.evaluate(() => (window as unknown as { spoken: string[] }).spoken.splice(0)),
  }
}

/** Waits until what a key has changed is drawn: what describes the focused element (its tooltip) is there then. */
const settled = (page: Page) => page.waitForFunction(async () => {
  await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)) })
  const ids = document.activeElement?.getAttribute('aria-describedby')?.split(' ') ?? []
  return ids.every((id) => document.getElementById(id))
})

/** The element that has the focus, and all that it is in. */
async function path(client: CDPSession): Promise<Spoken[]> {
  // A combobox keeps the focus itself and points to the entry that Enter would take.
  const { result } = await client.send('Runtime.evaluate', {
    expression: `(() => {
      const at = document.activeElement
      return document.getElementById(at.getAttribute('aria-activedescendant') ?? '') ?? at
    })()`,
  })
  const { nodes } = await client.send('Accessibility.getPartialAXTree', { objectId: result.objectId!, fetchRelatives: true }) as { nodes: Spoken[] }
  const found: Spoken[] = []
  for (let node: Spoken | undefined = nodes[0]; node; node = nodes.find(({ nodeId }) => nodeId === node?.parentId)) found.push(node)
  return found
}

function sentence(node: Spoken | undefined): string {
  const { role, name, description, value, properties = [] } = node ?? {}
  const said = properties.flatMap(({ name: of, value: is }) => {
    const words = states[of]
    return words === undefined || is.value === undefined ? [] : [words[String(is.value) === 'false' ? 1 : 0]]
  })
  const written = value?.value === undefined || value.value === '' ? '' : `“${String(value.value)}”`
  const first = [name?.value || '(no name)', role?.value].join(', ')
  return [first, written, ...said, description?.value].map((part) => part?.trim()).filter(Boolean).join('; ')
}

function watchLiveRegions(): void {
  const heard = Object.assign(window, { spoken: [] as string[] }).spoken
  const element = (node: Node) => node instanceof Element ? node : node.parentElement
  const words = (node: Node) => {
    const region = element(node)?.closest('[aria-live=polite], [aria-live=assertive], [role=alert], [role=status]:not([aria-live=off]), [role=log]')
    // A log is read on from where it was; all others are read anew.
    return region?.getAttribute('role') === 'log' ? element(node) !== region && node.textContent : region?.textContent
  }
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      for (const node of [target, ...addedNodes]) {
        const text = (words(node) || '').replaceAll(/\s+/g, ' ').trim()
        if (text && heard.at(-1) !== text) heard.push(text)
      }
    }
  }).observe(document, { subtree: true, childList: true, characterData: true })
}

/** Waits until the focus is on what is awaited, and answers with what is said of it. */
export async function awaited({ focused }: Listener, on: RegExp): Promise<string> {
  let said = ''
  await expect.poll(async () => {
    said = await focused()
    return said
  }, { timeout: 30_000 }).toMatch(on)
  return said
}
