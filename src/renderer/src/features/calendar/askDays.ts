import { unpackDay } from '@shared/domain/packedDay'
import type { BoardDay, DayQuery, WeekQuery } from '@shared/domain/slot'
import { ask } from '@renderer/services/desk'

/** Asks for the day on the board. Throws `AppFailure`, as all of these. */
export const askDay = async (query: DayQuery): Promise<BoardDay> => unpackDay(await ask('slots:day', query))

/** Asks what is known of a day that is not on the board. */
export const askBeside = async (query: DayQuery): Promise<BoardDay> => unpackDay(await ask('slots:look', query))

/** Asks for the seven days on the board of a week. */
export const askWeek = async (query: WeekQuery): Promise<BoardDay[]> => (await ask('slots:week', query)).map(unpackDay)
