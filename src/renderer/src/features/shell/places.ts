import { Building2, CalendarDays, CalendarRange, CalendarSearch, ChartNoAxesColumn, CircleQuestionMark, Handshake, History, PhoneCall, Settings, Users } from '@lucide/vue'
import type { Component } from 'vue'

interface Link {
  /** The route's name, and the key of the link's label. */
  name: string
  icon: Component
  atEnd?: true
}

/** The navigation's links, in order; a new place is one more line. */
export const places: readonly Link[] = [
  { name: 'calendar', icon: CalendarDays },
  { name: 'callRequests', icon: PhoneCall },
  { name: 'staff', icon: Users },
  { name: 'departments', icon: Building2 },
  { name: 'runway', icon: CalendarRange },
  { name: 'finder', icon: CalendarSearch },
  { name: 'capacity', icon: ChartNoAxesColumn },
  { name: 'handOver', icon: Handshake },
  { name: 'activity', icon: History },
  { name: 'help', icon: CircleQuestionMark, atEnd: true },
  { name: 'settings', icon: Settings, atEnd: true },
]
