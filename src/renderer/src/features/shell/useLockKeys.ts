import { tinykeys } from 'tinykeys'
import { onBeforeUnmount } from 'vue'

/** Ctrl+Shift+L, in fields and under dialogs too: whoever is called away locks at once. */
export function useLockKeys(lock: () => void): void {
  const take = (event: KeyboardEvent) => {
    event.preventDefault()
    lock()
  }
  onBeforeUnmount(tinykeys(window, { '$mod+Shift+KeyL': take }, { ignore: ({ repeat }) => repeat, capture: true }))
}
