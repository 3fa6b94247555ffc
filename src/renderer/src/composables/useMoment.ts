import { onScopeDispose, readonly, shallowRef, type Ref } from 'vue'

export interface Moment<T> {
  value: Readonly<Ref<T | undefined>>
  set: (value: T) => void
}

/** A value that matters for a moment, such as which row has just changed: it is forgotten after `lasts` milliseconds. */
export function useMoment<T extends string | number>(lasts: number): Moment<T> {
  const value = shallowRef<T>()
  let timer: ReturnType<typeof setTimeout> | undefined
  onScopeDispose(() => { clearTimeout(timer) })
  return {
    value: readonly(value) as Readonly<Ref<T | undefined>>,
    set: (next) => {
      value.value = next
      clearTimeout(timer)
      timer = setTimeout(() => { value.value = undefined }, lasts)
    },
  }
}
