import { defineStore } from 'pinia'
import { ref, watch } from 'vue'
import type { AppError } from '@shared/errors'
import { useSession } from './session'

/** What this account may do. The API tells it only by refusing: the first write that is forbidden makes the desk read-only. */
export const usePermission = defineStore('permission', () => {
  const session = useSession()
  const readOnly = ref(false)

  // Rights may have been given meanwhile: each sign-in begins without this verdict.
  watch(() => session.state?.status, (status) => { if (status === 'signedIn') readOnly.value = false }, { flush: 'sync' })

  return {
    readOnly,
    /** To be told how writes fail. */
    heard: (error: AppError) => { if (error.kind === 'forbidden') readOnly.value = true },
  }
})
