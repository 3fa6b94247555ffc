import { watchEffect } from 'vue'
import { useSettings } from '@renderer/services/settings'

/** Puts the chosen theme on `root` as data-theme. Without it the style sheets follow the system. */
export function useTheme(root: HTMLElement): void {
  const settings = useSettings()
  watchEffect(() => {
    if (settings.theme === 'system') delete root.dataset['theme']
    else root.dataset['theme'] = settings.theme
  })
}
