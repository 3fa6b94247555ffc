import { watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'

interface Asked { member: (id: number) => void, department: (name: string) => void }

/** Opens the member (`?member=12`), or narrows to the department (`?department=Cardiology`), that the address asks for. */
export function useAskedStaff({ member, department }: Asked): void {
  const route = useRoute()
  const router = useRouter()
  watch(() => route.query, (query) => {
    if (query['member'] === undefined && query['department'] === undefined) return
    if (query['department'] !== undefined) department(String(query['department']))
    if (query['member'] !== undefined) member(Number(query['member']))
    void router.replace({ query: {} })
  }, { immediate: true })
}
