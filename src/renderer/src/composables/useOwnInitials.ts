import { computed, type ComputedRef } from 'vue'
import { useSession } from '@renderer/services/session'
import { useTriage } from '@renderer/services/triage'
import { initials } from './initials'

/** How the person at the desk signs what they take in hand: as they said, or by their e-mail address; '' while nobody is known. */
export function useOwnInitials(): ComputedRef<string> {
  const session = useSession()
  const store = useTriage()
  return computed(() => {
    if (store.triage?.initials) return store.triage.initials
    return session.state?.status === 'signedIn' ? initials(session.state.email) : ''
  })
}
