import { createRouter, createWebHashHistory, type Router, type RouteRecordRaw, type RouterHistory } from 'vue-router'
import CalendarView from './features/calendar/CalendarView.vue'
import Planner from './features/planner/Planner.vue'

declare module 'vue-router' {
  interface RouteMeta {
    /** Which link of the navigation is the current one, and the key of the window's title under `shell.places`. */
    place?: Place
  }
}

type Place = 'calendar' | 'callRequests' | 'staff' | 'departments' | 'runway' | 'finder' | 'capacity' | 'handOver' | 'activity' | 'settings' | 'help'

/** Each place has a hash of its own; its code is loaded when it is first opened, but for the board's: every start opens that. */
export const createDeskRouter = (history: RouterHistory = createWebHashHistory()): Router => createRouter({ history, routes })

const routes: RouteRecordRaw[] = [
  {
    path: '/calendar/week/:date?',
    name: 'week',
    meta: { place: 'calendar' },
    components: { default: () => import('./features/calendar/WeekView.vue'), beside: Planner },
  },
  {
    path: '/calendar/:date?',
    name: 'calendar',
    meta: { place: 'calendar' },
    components: { default: CalendarView, beside: Planner },
  },
  {
    path: '/call-requests',
    name: 'callRequests',
    meta: { place: 'callRequests' },
    component: () => import('./features/callRequests/CallRequestsView.vue'),
  },
  {
    path: '/staff',
    name: 'staff',
    meta: { place: 'staff' },
    component: () => import('./features/staff/StaffView.vue'),
  },
  {
    path: '/departments',
    name: 'departments',
    meta: { place: 'departments' },
    component: () => import('./features/departments/DepartmentsView.vue'),
  },
  {
    path: '/runway',
    name: 'runway',
    meta: { place: 'runway' },
    component: () => import('./features/runway/RunwayView.vue'),
  },
  {
    path: '/find',
    name: 'finder',
    meta: { place: 'finder' },
    component: () => import('./features/finder/FinderView.vue'),
  },
  {
    path: '/capacity',
    name: 'capacity',
    meta: { place: 'capacity' },
    component: () => import('./features/capacity/CapacityView.vue'),
  },
  {
    path: '/hand-over',
    name: 'handOver',
    meta: { place: 'handOver' },
    component: () => import('./features/handOver/HandOverView.vue'),
  },
  {
    path: '/activity',
    name: 'activity',
    meta: { place: 'activity' },
    component: () => import('./features/activity/ActivityView.vue'),
  },
  {
    path: '/settings',
    name: 'settings',
    meta: { place: 'settings' },
    component: () => import('./features/settings/SettingsView.vue'),
  },
  {
    path: '/help/:chapter?/:section?',
    name: 'help',
    meta: { place: 'help' },
    component: () => import('./features/help/HelpView.vue'),
  },
  { path: '/:unknown(.*)*', redirect: '/calendar' },
]
