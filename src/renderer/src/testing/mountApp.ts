import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { createTexts } from '../i18n'

/** Mounts a component as the program would: texts, stores and a router of its own, attached to the document so that focus works. */
export async function mountApp(component: Component, props: Record<string, unknown> = {}): Promise<VueWrapper> {
  const place = (name: string) => ({ path: `/${name}/:date?`, name, meta: { place: name as 'calendar' }, component: { template: `<h1>${name}</h1>` } })
  const places = ['calendar', 'callRequests', 'staff', 'departments', 'runway', 'finder', 'capacity', 'handOver', 'activity', 'settings', 'help']
  const router = createRouter({ history: createMemoryHistory(), routes: places.map(place) })
  await router.push('/calendar')
  const wrapper = mount(component, {
    props,
    attachTo: document.body,
    global: { plugins: [createPinia(), createTexts(document.documentElement), router] },
  })
  await flushPromises()
  return wrapper
}
