import { useRouter } from 'vue-router'
import type { OutboxEntry } from '@shared/domain/outbox'
import { useWaiting } from '@renderer/services/waiting'

/** Opens a create that is not on the server in its form, in the place that has it. */
export function useEditWaiting(): (entry: OutboxEntry) => void {
  const router = useRouter()
  const waiting = useWaiting()
  return (entry) => {
    waiting.edited = entry
    const { kind, form } = entry.create
    void router.push(kind === 'slot' ? `/calendar/${form.date}` : { name: { callRequest: 'callRequests', staffMember: 'staff', department: 'departments' }[kind] })
  }
}
