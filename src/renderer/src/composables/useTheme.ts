import { onScopeDispose, ref, watchEffect, type Ref } from 'vue'
import { marksOf } from '@shared/domain/look'
import { useSettings } from '@renderer/services/settings'

const names = ['theme', 'contrast', 'density'] as const

/** Puts theme and density on `root`. What main has written there holds until the settings are known: nothing flashes. */
export function useTheme(root: HTMLElement): void {
  const settings = useSettings()
  const systemContrast = useMedia('(prefers-contrast: more)')
  watchEffect(() => {
    if (!settings.isKnown) return
    const marks = marksOf(settings.settings, systemContrast.value)
    for (const name of names) {
      const mark = marks[name]
      if (mark === undefined) delete root.dataset[name]
      else root.dataset[name] = mark
    }
  })
}

/** Whether a media query holds. */
function useMedia(query: string): Ref<boolean> {
  const media = window.matchMedia(query)
  const holds = ref(media.matches)
  const follow = () => { holds.value = media.matches }
  media.addEventListener('change', follow)
  onScopeDispose(() => { media.removeEventListener('change', follow) })
  return holds
}
