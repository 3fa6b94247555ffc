import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/noto-sans-arabic/wght.css'
import '@fontsource-variable/noto-sans-devanagari/wght.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/forcedColours.css'
import { createPinia, disposePinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { createTexts } from './i18n'
import { createDeskRouter } from './router'
import { listen } from './services/desk'

/** Starts the program's page; returns what ends it with all that its stores hold. */
function begin(): () => void {
  const pinia = createPinia()
  const app = createApp(App).use(pinia).use(createTexts(document.documentElement)).use(createDeskRouter())
  app.mount('#app')
  return () => {
    app.unmount()
    disposePinia(pinia)
  }
}

let end = begin()
// A desk that nobody may see any more leaves nothing in the page: it starts anew, with what main answers then.
listen('session:closed', () => {
  end()
  end = begin()
})
