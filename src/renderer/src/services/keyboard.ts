import { actions, type ActionName } from '@shared/domain/actions'
import { strokeOf } from '@renderer/composables/strokeOf'

/** Where single letters are text, or where keys belong to something that lies over the view. */
const OTHERS = 'input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]'

/** A dialog that has everything else out of order; drawers have no such state. */
const MODAL = '[role=dialog][data-state=open], [role=alertdialog]'

function isFree(name: ActionName, target: EventTarget | null): boolean {
  const { reach } = actions[name]
  if (reach === 'always') return true
  if (document.querySelector(MODAL)) return false
  return reach === 'fields' || !(target instanceof Element && target.closest(OTHERS))
}

interface Known {
  meant: (stroke: string) => ActionName | undefined
  run: (name: ActionName) => void
}

/** Listens for the keys of all actions; returns what ends it. */
export function listenForKeys({ meant, run }: Known): () => void {
  const listener = (early: boolean) => (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || event.isComposing) return
    const stroke = strokeOf(event)
    const name = stroke && meant(stroke)
    if (!name || (actions[name].reach === 'always') !== early || !isFree(name, event.target)) return
    event.preventDefault()
    run(name)
  }
  // What works under dialogs comes first: they keep keys from the window.
  const [first, last] = [listener(true), listener(false)]
  window.addEventListener('keydown', first, true)
  window.addEventListener('keydown', last)
  return () => {
    window.removeEventListener('keydown', first, true)
    window.removeEventListener('keydown', last)
  }
}
