import { ref, shallowRef, type Ref } from 'vue'
import { useSettings } from '@renderer/services/settings'
import type { Faults } from './useFaults'
import type { Range } from './window'
import { nextZoom } from './zoom'

export interface BoardZoom {
  /** Whether the day fills the window's height, whatever the zoom. */
  fit: Ref<boolean>
  /** The hours that the board stands at, and that fill its height when it is fitted; null for those that have slots. */
  hours: Ref<Range | null>
  /** Stands at these hours from now on, fitted. */
  standAt: (range: Range | null) => void
  /** One step larger (1) or smaller (-1); from the fitted height back to the last step. */
  zoom: (direction: 1 | -1) => void
}

/** How large the board is drawn. The step is a setting, the fitted height is not. */
export function useBoardZoom(attempt: Faults['attempt']): BoardZoom {
  const settings = useSettings()
  const fit = ref(false)
  const hours = shallowRef<Range | null>(null)
  const zoom = (direction: 1 | -1) => {
    const next = nextZoom(settings.zoom, direction)
    if (!fit.value && next) void attempt(() => settings.change({ zoom: next }))
    fit.value = false
  }
  const standAt = (range: Range | null) => {
    hours.value = range
    fit.value = true
  }
  return { fit, hours, standAt, zoom }
}
