import { useRoute, useRouter } from 'vue-router'

/** Chapter and section of the guide that tell of a place; the guide's beginning tells of the others. */
const tells: Record<string, { chapter: string, section?: string } | undefined> = {
  calendar: { chapter: 'README', section: 'the-day-board' },
  callRequests: { chapter: 'call-requests' },
  staff: { chapter: 'README', section: 'staff-and-departments' },
  departments: { chapter: 'README', section: 'staff-and-departments' },
  runway: { chapter: 'README', section: 'runway' },
  finder: { chapter: 'README', section: 'finding-a-slot' },
  capacity: { chapter: 'README', section: 'capacity' },
  handOver: { chapter: 'hand-over' },
  activity: { chapter: 'README', section: 'activity' },
}

/** What opens the guide where it tells of the place that is on the screen. */
export function useHelp(): () => void {
  const route = useRoute()
  const router = useRouter()
  return () => {
    const place = route.meta.place ?? ''
    if (place !== 'help') void router.push({ name: 'help', params: tells[place] ?? {} })
  }
}
