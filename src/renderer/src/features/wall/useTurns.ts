import { onScopeDispose, ref, watch, type Ref } from 'vue'

/** Long enough to find one's clinic and read its line. */
export const TURN_MS = 15_000

/** Turns calmly through pages, from the last to the first. `isHeld`: it stays where it is until it is let go. */
export function useTurns(count: () => number): { page: Ref<number>, isHeld: Ref<boolean> } {
  const page = ref(0)
  const isHeld = ref(false)
  watch(count, (now) => { if (page.value >= now) page.value = 0 })
  const timer = setInterval(() => { if (!isHeld.value) page.value = (page.value + 1) % count() }, TURN_MS)
  onScopeDispose(() => { clearInterval(timer) })
  return { page, isHeld }
}
