import { storeToRefs } from 'pinia'
import type { Ref } from 'vue'
import type { Weekday } from '@shared/domain/week'
import { useSettings } from '@renderer/services/settings'

/** The weekday that weeks begin with at this desk, 1 (Monday) to 7 (Sunday): as its settings say. */
export const useFirstWeekday = (): Readonly<Ref<Weekday>> => storeToRefs(useSettings()).weekStart
