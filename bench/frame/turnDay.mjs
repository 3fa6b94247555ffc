import { keyToPaint } from './keyToPaint.mjs'

/** Presses the key for the next day ( ] ) or the one before ( [ ). Answers the milliseconds until the board is that day's, and painted. */
export const turnDay = (page, key) => keyToPaint(page, key, {
  prepare: () => document.querySelector('h1').textContent,
  holds: (before) => {
    const heading = document.querySelector('h1').textContent
    const slot = document.querySelector('[role=grid][aria-busy=false] .slot')
    return heading !== before && slot !== null && slot.getAttribute('aria-label').includes(heading)
  },
})
