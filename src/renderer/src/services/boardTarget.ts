import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Day } from '@shared/domain/time'
import { ask } from './desk'

/** A stretch of a clinic's day. Times in seconds since midnight. */
export interface BoardTarget { clinicId: number, date: Day, start: number, end: number }

/** What another place wants to see on the board; undefined once the board shows it. */
export const useBoardTarget = defineStore('boardTarget', () => {
  const wanted = shallowRef<BoardTarget>()

  /** The route that shows it: the day, where the clinic is among the chosen ones, else the clinic's week. */
  const aim = async (target: BoardTarget): Promise<string> => {
    const { clinicIds } = await ask('slots:readChoice').catch(() => ({ clinicIds: null }))
    wanted.value = target
    return clinicIds?.includes(target.clinicId) ? `/calendar/${target.date}` : `/calendar/week/${target.date}?clinic=${target.clinicId}`
  }

  return { wanted, aim }
})
