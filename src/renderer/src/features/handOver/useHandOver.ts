import { onScopeDispose } from 'vue'
import type { HandOver } from '@shared/domain/handOver'
import type { Event } from '@shared/ipc/contract'
import { useAsync, type Async } from '@renderer/composables/useAsync'
import { ask, listen } from '@renderer/services/desk'

/** What the hand-over is made of, and in whose words. */
const SOURCES: readonly Event[] = [
  'callRequests:changed', 'triage:changed', 'outbox:changed', 'jobs:changed', 'runway:changed', 'activity:changed', 'changes:changed',
  'directory:changed', 'settings:changed',
]
/** Hints come in bursts. */
const REST_MILLISECONDS = 300

/** The hand-over; follows all that it is made of. */
export function useHandOver(): Async<HandOver, []> {
  const answer = useAsync(() => ask('handOver:read'))
  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = () => { timer ??= setTimeout(() => { timer = undefined; void answer.run() }, REST_MILLISECONDS) }
  const stops = SOURCES.map((source) => listen(source, soon))
  onScopeDispose(() => {
    clearTimeout(timer)
    for (const stop of stops) stop()
  })
  void answer.run()
  return answer
}
