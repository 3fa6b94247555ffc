import { watch } from 'vue'
import { speaking, type createTexts } from './i18n'
import type { useSettings } from './services/settings'

type Texts = ReturnType<typeof createTexts>['global']

/** Lets the page speak as the settings say, now and whenever they change. Resolves, when it does, to what ends it. */
export async function followSpeech(texts: Texts, settings: ReturnType<typeof useSettings>, root: HTMLElement): Promise<() => void> {
  const speak = speaking(root)
  await settings.read()
  await speak(texts, settings.speech)
  return watch(() => settings.speech, (speech) => void speak(texts, speech))
}
