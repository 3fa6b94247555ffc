import { onBeforeUnmount, onMounted } from 'vue'
import { useActions, type Tasks } from '@renderer/services/actions'

/** Offers actions to keys and the command palette while the component that calls this is on screen. */
export function useActionsHere(tasks: Tasks): void {
  const { offer } = useActions()
  let stop: (() => void) | undefined
  onMounted(() => { stop = offer(tasks) })
  onBeforeUnmount(() => stop?.())
}
