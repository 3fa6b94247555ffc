import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import { useSession } from './session'

export interface Notice {
  tone: 'success' | 'warning' | 'danger' | 'info'
  text: string
  /** What can be done about it; doing it closes the notice. */
  action?: { label: string, run: () => void }
  /** It takes the place of the one before that is about the same. */
  about?: string
}

const LASTS = 8000
/** More than this nobody reads: the oldest goes. */
const MOST = 4

/** What is to be told wherever the receptionist is by now. Good news goes by itself after 8 s, all else stays until it is closed. */
export const useNotices = defineStore('notices', () => {
  const notices = shallowRef<readonly (Notice & { id: number })[]>([])
  let last = 0

  const close = (id: number) => { notices.value = notices.value.filter((notice) => notice.id !== id) }
  /** What was said about it is not true any more. */
  const takeBack = (subject: string) => { notices.value = notices.value.filter(({ about }) => about !== subject) }
  const say = (notice: Notice) => {
    const id = ++last
    const others = notices.value.filter(({ about }) => about === undefined || about !== notice.about)
    notices.value = [...others, { ...notice, id }].slice(-MOST)
    if (notice.tone === 'success') setTimeout(() => { close(id) }, LASTS)
  }

  // Nobody reads what concerned somebody else.
  const session = useSession()
  const account = () => session.desk && `${session.desk.email} ${session.desk.server}`
  watch(account, () => { notices.value = [] }, { flush: 'sync' })

  return { notices, say, takeBack, close }
})
