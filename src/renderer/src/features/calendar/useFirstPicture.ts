import { watch } from 'vue'
import { afterPaint } from '@renderer/composables/afterPaint'
import { ask } from '@renderer/services/desk'

/** Tells main once that what is kept is on screen: until then it asks the server nothing. */
export function useFirstPicture(isThere: () => boolean): void {
  watch(isThere, (now) => { if (now) afterPaint(() => void ask('app:pictured').catch(() => undefined)) }, { immediate: true, flush: 'post' })
}
