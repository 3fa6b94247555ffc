import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/noto-sans-arabic/wght.css'
import '@fontsource-variable/noto-sans-devanagari/wght.css'
import './styles/tokens.css'
import './styles/base.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { createTexts } from './i18n'
import { createDeskRouter } from './router'

createApp(App)
  .use(createPinia())
  .use(createTexts(document.documentElement))
  .use(createDeskRouter())
  .mount('#app')
