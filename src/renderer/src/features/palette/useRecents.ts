import { shallowRef } from 'vue'
import { ask } from '@renderer/services/desk'
import { appErrorOf } from '@renderer/composables/appErrorOf'

/** Kept as a draft is: sealed, for this account alone, gone when it signs out. */
const FORM = 'palette:recent'
const KEPT = 12

/** What this person chose last, newest first, by the entries' ids. What can not be read or kept is no reason to disturb. */
export function useRecents() {
  const recents = shallowRef<readonly string[]>([])
  const read = ask('drafts:read', { form: FORM })
    .then((fields) => { recents.value = Object.values(fields ?? {}).filter((id) => typeof id === 'string') })
    .catch(appErrorOf)
  return {
    recents,
    /** Puts it first. */
    async remember(id: string) {
      await read
      recents.value = [id, ...recents.value.filter((other) => other !== id)].slice(0, KEPT)
      const fields = Object.fromEntries(recents.value.map((each, index) => [String(index).padStart(2, '0'), each]))
      await ask('drafts:write', { form: FORM, fields }).catch(appErrorOf)
    },
  }
}
