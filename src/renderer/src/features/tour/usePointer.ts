import { onBeforeUnmount } from 'vue'

/** The attribute of what is pointed at; `styles/base.css` draws it. */
const POINTED = 'data-pointed'

/** Points at one element of the page at a time. */
export function usePointer() {
  let watched: MutationObserver | undefined
  const release = () => {
    watched?.disconnect()
    document.querySelectorAll(`[${POINTED}]`).forEach((each) => { each.removeAttribute(POINTED) })
  }
  onBeforeUnmount(release)
  return {
    /** Points at what the selector names as soon as it is on the page; at nothing without one. */
    pointAt(selector: string | undefined) {
      release()
      if (selector === undefined) return
      const found = () => {
        const element = document.querySelector(selector)
        element?.setAttribute(POINTED, '')
        return element !== null
      }
      if (found()) return
      watched = new MutationObserver(() => { if (found()) watched?.disconnect() })
      watched.observe(document.body, { childList: true, subtree: true })
    },
  }
}
