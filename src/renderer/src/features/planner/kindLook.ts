import { CalendarOff, CircleCheck, CirclePlus, History, Layers2, UserRoundSearch, UserRoundX } from '@lucide/vue'
import type { Component } from 'vue'
import type { RowKind } from './previewRows'

/** The mark of each kind of planned slots, and how serious it is. */
export const kindLook: Record<RowKind, { icon: Component, tone: 'good' | 'quiet' | 'warning' | 'danger' }> = {
  fresh: { icon: CirclePlus, tone: 'good' },
  already: { icon: CircleCheck, tone: 'quiet' },
  overlapping: { icon: Layers2, tone: 'warning' },
  clashCertain: { icon: UserRoundX, tone: 'danger' },
  clashPossible: { icon: UserRoundSearch, tone: 'warning' },
  past: { icon: History, tone: 'quiet' },
  holiday: { icon: CalendarOff, tone: 'quiet' },
}
