import type { Rectangle } from 'electron'

/** So much of a window's width must lie on a screen, and its title bar, or nobody could take hold of it. */
const GRASP = 80

/** Whether a window with these bounds can be seen and moved on one of the screens, whose work areas these are. */
export const isOnAScreen = (bounds: Rectangle, screens: readonly Rectangle[]): boolean => screens.some((area) =>
  bounds.x < area.x + area.width - GRASP && bounds.x + bounds.width > area.x + GRASP
  && bounds.y >= area.y - 8 && bounds.y < area.y + area.height - 40)
