import { CalendarDays, PhoneCall, Settings } from '@lucide/vue'
import type { Component } from 'vue'

/** The navigation's links, in order; a new place is one more line. `name` is the route's and the key of its label. */
export const places = [
  { name: 'calendar', icon: CalendarDays },
  { name: 'callRequests', icon: PhoneCall },
  { name: 'settings', icon: Settings, atEnd: true },
] as const satisfies { name: string, icon: Component, atEnd?: true }[]
