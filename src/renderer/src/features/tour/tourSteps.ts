export interface TourStep {
  /** Its words under `tour.steps`. */
  name: 'welcome' | 'board' | 'publish' | 'requests' | 'palette' | 'truth' | 'leave'
  /** The place in which it is told. */
  place: 'calendar' | 'callRequests'
  /** What it points at; nothing where it speaks of all. */
  target?: string
}

export const tourSteps: readonly TourStep[] = [
  { name: 'welcome', place: 'calendar' },
  { name: 'board', place: 'calendar', target: '[role=grid]' },
  { name: 'publish', place: 'calendar', target: '[data-tour=plan]' },
  { name: 'requests', place: 'callRequests', target: 'a[href$="#/call-requests"]' },
  { name: 'palette', place: 'calendar', target: '[data-tour=palette]' },
  { name: 'truth', place: 'calendar', target: '[data-tour=sync]' },
  { name: 'leave', place: 'calendar', target: '[data-tour=lock]' },
]
