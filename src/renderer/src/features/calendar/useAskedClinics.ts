import { nextTick, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'

interface Board {
  /** Ids of the shown clinics; undefined while that is not known. */
  shown: () => readonly number[] | undefined
  choose: (ids: number[]) => Promise<unknown>
  /** Brings a clinic's column into view, with the focus in it. */
  reveal: (clinicId: number) => void
}

/** Puts the clinics that the address asks for (`?clinics=3,7`) on the board, beside those that are there, and leads to the first. */
export function useAskedClinics({ shown, choose, reveal }: Board): void {
  const route = useRoute()
  const router = useRouter()
  watch(() => [route.query['clinics'], shown()] as const, async ([asked, ids]) => {
    if (asked === undefined || !ids) return
    await router.replace({ query: {} })
    const wanted = String(asked).split(',').map(Number).filter((id) => Number.isSafeInteger(id))
    const missing = wanted.filter((id) => !ids.includes(id))
    if (missing.length > 0) await choose([...ids, ...missing])
    await nextTick()
    if (wanted[0] !== undefined) reveal(wanted[0])
  }, { immediate: true, flush: 'post' })
}
