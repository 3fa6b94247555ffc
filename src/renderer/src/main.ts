import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/noto-sans-arabic/wght.css'
import '@fontsource-variable/noto-sans-devanagari/wght.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/forcedColours.css'
import { createPinia, disposePinia } from 'pinia'
import { createApp } from 'vue'
import type { WallBridge } from '@shared/ipc/wallBridge'
import App from './App.vue'
import { createTexts } from './i18n'
import { createDeskRouter } from './router'
import { ask, listen } from './services/desk'
import { useSettings } from './services/settings'
import { followSpeech } from './speech'

declare global { interface Window { readonly wall?: WallBridge } }

/** Starts the program's page; resolves to what ends it with all that its stores hold. */
async function begin(): Promise<() => void> {
  const pinia = createPinia()
  const texts = createTexts(document.documentElement)
  // Before anything is shown: a page that changes its language or its direction under one's eyes looks broken.
  const stop = await followSpeech(texts.global, useSettings(pinia), document.documentElement)
  const app = createApp(App).use(pinia).use(texts).use(createDeskRouter())
  app.mount('#app')
  return () => {
    stop()
    app.unmount()
    disposePinia(pinia)
  }
}

/** The desk's page. */
function beginDesk(): void {
  let begun = begin()
  // Main would have to look again and again, which wakes a computer that could sleep.
  addEventListener('online', () => void ask('app:online').catch(() => undefined))
  // A desk that nobody may see any more leaves nothing in the page: it starts anew, with what main answers then.
  listen('session:closed', () => {
    begun = begun.then((end) => {
      end()
      return begin()
    })
  })
}

// A window on a wall has another preload, and no desk.
if (window.wall) void import('./features/wall/beginWall').then(({ beginWall }) => { beginWall(window.wall!) })
else beginDesk()
