import { onScopeDispose, readonly, shallowRef, type Ref } from 'vue'

const MINUTE = 60_000

const now = shallowRef(0)
let users = 0
let timer: ReturnType<typeof setTimeout> | undefined

function tick() {
  now.value = Date.now()
  // A few milliseconds after the full minute: timers may fire early, and the minute shown must have begun.
  timer = setTimeout(tick, MINUTE - (now.value % MINUTE) + 5)
}

function stop() {
  clearTimeout(timer)
  timer = undefined
}

function followVisibility() {
  stop()
  if (!document.hidden) tick()
}

/**
 * The present instant in epoch milliseconds, renewed at each full minute. All users share one clock; it stands still while the window
 * is hidden and catches up when it is shown.
 */
export function useNow(): Readonly<Ref<number>> {
  if (users++ === 0) {
    document.addEventListener('visibilitychange', followVisibility)
    now.value = Date.now()
    followVisibility()
  }
  onScopeDispose(() => {
    if (--users > 0) return
    document.removeEventListener('visibilitychange', followVisibility)
    stop()
  })
  return readonly(now)
}
