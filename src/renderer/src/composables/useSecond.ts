import { onScopeDispose, readonly, shallowRef, watch, type Ref } from 'vue'

/** The present instant in epoch milliseconds, renewed several times a second while `runs`, for what counts seconds down. */
export function useSecond(runs: () => boolean): Readonly<Ref<number>> {
  const now = shallowRef(Date.now())
  let timer: ReturnType<typeof setInterval> | undefined
  watch(runs, (on) => {
    clearInterval(timer)
    now.value = Date.now()
    // Often enough that no second is skipped.
    if (on) timer = setInterval(() => { now.value = Date.now() }, 250)
  }, { immediate: true })
  onScopeDispose(() => clearInterval(timer))
  return readonly(now)
}
