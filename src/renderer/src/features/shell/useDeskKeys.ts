import { storeToRefs } from 'pinia'
import { onBeforeUnmount, watch } from 'vue'
import { useRouter } from 'vue-router'
import type { ActionName } from '@shared/domain/actions'
import { useActions } from '@renderer/services/actions'
import { useSavedDesks } from '@renderer/services/savedDesks'

/** F1 to F12 call up what is saved on them, wherever the receptionist is; the others keep what they do in every program: F1 helps. */
export function useDeskKeys(help: () => void): void {
  const router = useRouter()
  const { offer } = useActions()
  const store = useSavedDesks()
  const { desks } = storeToRefs(store)
  let stop: (() => void) | undefined
  const callUp = (key: number) => {
    store.callUp(key)
    if (router.currentRoute.value.name !== 'calendar') void router.push({ name: 'calendar' })
  }
  watch(desks, (now) => {
    stop?.()
    const saved = Object.fromEntries(now.map(({ key }) => [`desk${key}` as ActionName, () => { callUp(key) }]))
    stop = offer({ desk1: help, ...saved })
  }, { immediate: true })
  onBeforeUnmount(() => stop?.())
}
