import basics from '@guide/README.md'
import callRequests from '@guide/call-requests.md'
import firstMorning from '@guide/first-morning.md'
import handOver from '@guide/hand-over.md'
import keyboard from '@guide/keyboard.md'
import planner from '@guide/planner.md'
import savedDesks from '@guide/saved-desks.md'
import wallScreen from '@guide/wall-screen.md'

/** The user guide's chapters, in the order in which somebody new reads them. */
export const chapters = [basics, firstMorning, planner, callRequests, handOver, keyboard, savedDesks, wallScreen]

/** The chapter of this name; the first where there is none. */
export const chapterNamed = (name: string): typeof basics => chapters.find(({ chapter }) => chapter === name) ?? basics
