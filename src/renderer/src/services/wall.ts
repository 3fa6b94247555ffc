import { defineStore } from 'pinia'
import { useAsync } from '@renderer/composables/useAsync'
import { ask, listen } from './desk'

/** The window for a screen on a wall: whether it is open, and on which screens it could be. */
export const useWall = defineStore('wall', () => {
  const wall = useAsync((call: 'wall:read' | 'wall:open' | 'wall:close' = 'wall:read') => ask(call))

  /** Reads how it is and follows its changes; returns what ends it. */
  const start = () => {
    void wall.run()
    return listen('wall:changed', () => void wall.run())
  }
  const toggle = async () => {
    await wall.run()
    await wall.run(wall.value.value?.isOpen ? 'wall:close' : 'wall:open')
  }

  return { wall: wall.value, error: wall.error, run: wall.run, toggle, start }
})
