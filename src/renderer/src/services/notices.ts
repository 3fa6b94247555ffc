import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import { useSession } from './session'

export interface Notice { tone: 'success' | 'warning' | 'danger' | 'info', text: string }

const LASTS = 8000
/** More than this nobody reads: the oldest goes. */
const MOST = 4

/** What is to be told wherever the receptionist is by now. Good news goes by itself after 8 s, all else stays until it is closed. */
export const useNotices = defineStore('notices', () => {
  const notices = shallowRef<readonly (Notice & { id: number })[]>([])
  let last = 0

  const close = (id: number) => { notices.value = notices.value.filter((notice) => notice.id !== id) }
  const say = ({ tone, text }: Notice) => {
    const id = ++last
    notices.value = [...notices.value, { tone, text, id }].slice(-MOST)
    if (tone === 'success') setTimeout(() => { close(id) }, LASTS)
  }

  // Nobody reads what concerned somebody else.
  const session = useSession()
  const account = () => session.desk && `${session.desk.email} ${session.desk.server}`
  watch(account, () => { notices.value = [] }, { flush: 'sync' })

  return { notices, say, close }
})
