import { aimed } from './frame/aim.mjs'
import { openStaff, TYPED } from './frame/staffSearch.mjs'
import { summary } from './frame/statistics.mjs'

const AIM = 50
const ROUNDS = 9
const PEOPLE = [10_000, 80_000]

export const measurement = {
  about: 'From a key press in the search of the staff, and in the command palette, until the list that it leaves is painted.',
  async measure(runtime) {
    const results = []
    for (const people of PEOPLE) {
      const staff = await openStaff(runtime, people)
      try {
        for (const [what, type] of [['staff', staff.type], ['palette', staff.typeInPalette]]) {
          await type()
          const rounds = []
          for (let round = 0; round < ROUNDS; round += 1) rounds.push(await type())
          results.push({ what, people, rounds })
        }
      } finally {
        await staff.close()
      }
    }
    return {
      rows: results.map(({ what, people, rounds }) => {
        const { median, least, most } = summary(rounds.flat())
        return aimed({ 'median, ms': median, most: AIM, unit: 'ms' }, { what, people, 'least, ms': least, 'most, ms': most, rounds: ROUNDS, 'keys each': TYPED.length })
      }),
      rounds: results,
    }
  },
}
