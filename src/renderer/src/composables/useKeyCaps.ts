import type { ActionName } from '@shared/domain/actions'
import { capsOf } from '@shared/domain/stroke'
import { useActions } from '@renderer/services/actions'
import { isMac } from './strokeOf'

/** The keys of actions as they are set now, to be shown. */
export function useKeyCaps() {
  const { strokes } = useActions()
  const caps = (name: ActionName) => strokes(name).map((stroke) => capsOf(stroke, isMac))
  return {
    /** Each of its keys by what is written on them. */
    caps,
    /** Its first key in one word, for a tooltip; undefined when it has none. */
    shortcut: (name: ActionName) => caps(name)[0]?.join('+'),
  }
}
