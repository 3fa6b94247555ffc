import { tinykeys } from 'tinykeys'
import { onBeforeUnmount, onMounted } from 'vue'

/** Where single letters are text, or where keys belong to something that lies over the view. */
const OTHERS = 'input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]'

/** A dialog that has everything else out of order; drawers have no such state. */
const MODAL = '[role=dialog][data-state=open], [role=alertdialog]'

interface Shortcuts {
  /** Single keys, in the notation of tinykeys: they do nothing while somebody types (WCAG 2.1.4) or something lies over the view. */
  single?: Record<string, () => void>
  /** Keys with modifiers: they work while somebody types too, but not under a dialog. */
  held?: Record<string, () => void>
}

/** Keys of a view, or of the whole desk, while the component that calls this is there. */
export function useShortcuts({ single = {}, held = {} }: Shortcuts): void {
  const guarded = (keys: Record<string, () => void>, allowed: (target: EventTarget | null) => boolean) =>
    Object.entries(keys).map(([key, task]) => [key, (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector(MODAL) || !allowed(event.target)) return
      event.preventDefault()
      task()
    }] as const)
  let stop: (() => void) | undefined
  onMounted(() => {
    stop = tinykeys(window, Object.fromEntries([
      ...guarded(single, (target) => !(target instanceof Element && target.closest(OTHERS))),
      ...guarded(held, () => true),
    ]))
  })
  onBeforeUnmount(() => stop?.())
}
