import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import { useSession } from './session'

/** The dialog of a new call request, which any view may open. */
export const useNewCallRequest = defineStore('newCallRequest', () => {
  const isOpen = ref(false)
  /** What was created last. */
  const made = shallowRef<{ id: number | null, doctorId: number }>()

  // Another account starts without it.
  const session = useSession()
  watch(() => session.desk && `${session.desk.email} ${session.desk.server}`, () => {
    isOpen.value = false
    made.value = undefined
  })

  return { isOpen, made }
})
