import { onBeforeUnmount, watch } from 'vue'
import { useViewCounts } from '@renderer/services/viewCounts'
import { useClinics } from './useClinics'

/** Tells the status line how many clinics there are and how many slots are shown, until the view is left. */
export function useShownCounts(slots: () => number | undefined): void {
  const counts = useViewCounts()
  const clinics = useClinics()
  watch(() => clinics.directory?.clinics.length || undefined, (count) => counts.set('clinics', count), { immediate: true })
  watch(slots, (count) => counts.set('slots', count), { immediate: true })
  onBeforeUnmount(() => {
    counts.set('clinics', undefined)
    counts.set('slots', undefined)
  })
}
