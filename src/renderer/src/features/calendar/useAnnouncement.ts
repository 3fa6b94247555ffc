import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'

/** Turning pages fast must not queue up speech: the last text is said once it has stood this long. */
const SETTLED_MILLISECONDS = 700

/** Text for a polite live region: follows `text`, but only where it rests. Empty texts are not announced. */
export function useAnnouncement(text: () => string): Readonly<Ref<string>> {
  const said = shallowRef('')
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(text, (next) => {
    clearTimeout(timer)
    if (next) timer = setTimeout(() => { said.value = next }, SETTLED_MILLISECONDS)
  }, { immediate: true })
  onScopeDispose(() => clearTimeout(timer))
  return said
}
