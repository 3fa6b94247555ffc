import { onScopeDispose, readonly, ref, watch, type Ref } from 'vue'

/** Counts the seconds down that main wants to be waited. */
export function useWaitSeconds(wanted: () => number): Readonly<Ref<number>> {
  const left = ref(0)
  let timer: ReturnType<typeof setInterval> | undefined
  watch(wanted, (seconds) => {
    clearInterval(timer)
    const end = Date.now() + seconds * 1000
    const count = () => {
      left.value = Math.max(0, Math.ceil((end - Date.now()) / 1000))
      if (left.value === 0) clearInterval(timer)
    }
    timer = setInterval(count, 250)
    count()
  }, { immediate: true })
  onScopeDispose(() => { clearInterval(timer) })
  return readonly(left)
}
