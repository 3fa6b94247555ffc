import { storeToRefs } from 'pinia'
import { nextTick, watch, type Ref } from 'vue'
import { useSavedDesks } from '@renderer/services/savedDesks'
import type { Stretch } from './slotProposal'
import type { Range } from './window'
import type { Zoom } from './zoom'

interface Board {
  /** Ids of the shown clinics; undefined while that is not known. */
  shown: () => readonly number[] | undefined
  fit: Ref<boolean>
  hours: Ref<Range | null>
  choose: (ids: number[]) => Promise<unknown>
  zoom: (zoom: Zoom) => Promise<unknown>
  /** Brings a stretch of a clinic's day into view, in seconds since midnight. */
  reveal: (clinicId: number, stretch: Stretch) => void
}

/** Shows the saved desk that was called up, once the board knows its clinics. */
export function useSavedDesk({ shown, fit, hours, choose, zoom, reveal }: Board): void {
  const { wanted } = storeToRefs(useSavedDesks())
  watch([wanted, shown], async ([desk, ids]) => {
    if (!desk || !ids) return
    wanted.value = undefined
    await choose(desk.clinicIds)
    fit.value = desk.zoom === 'fit'
    hours.value = desk.to === undefined ? null : { from: desk.from * 3600, to: desk.to * 3600 }
    if (desk.zoom !== 'fit') await zoom(desk.zoom)
    await nextTick()
    const [first] = desk.clinicIds
    // From below, so that the hour stands on top of what is in view.
    reveal(first!, { start: 86_340, end: 86_400 })
    reveal(first!, { start: desk.from * 3600, end: desk.from * 3600 + 60 })
  }, { immediate: true, flush: 'post' })
}
