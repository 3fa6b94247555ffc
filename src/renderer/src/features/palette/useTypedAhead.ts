import { onScopeDispose, ref, type Ref } from 'vue'

export interface TypedAhead {
  /** What was typed since `begin`; an Enter is a line break. */
  text: Ref<string>
  begin: () => void
  end: () => void
}

/** Keeps what is typed between a key that opens a field and the field's being there: else it would be lost, or taken for single keys. */
export function useTypedAhead(): TypedAhead {
  const text = ref('')
  const keep = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'Escape') return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (event.key === 'Backspace') text.value = text.value.slice(0, -1)
    else if (event.key === 'Enter') text.value += '\n'
    else if ([...event.key].length === 1) text.value += event.key
  }
  const end = () => { window.removeEventListener('keydown', keep, true) }
  onScopeDispose(end)
  return {
    text, end,
    begin() {
      text.value = ''
      window.addEventListener('keydown', keep, true)
    },
  }
}
