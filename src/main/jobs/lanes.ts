/** A changing number of lanes, each for one at a time. */
export interface Lanes {
  /** The number of a lane, as soon as one is free: whoever asked first gets it first. */
  take: () => Promise<number>
  give: (lane: number) => void
}

/** @param most how many are in use at a time; what is in use beyond that is not taken away */
export function lanes(most: () => number): Lanes {
  const busy = new Set<number>()
  const waiting: ((lane: number) => void)[] = []

  function serve() {
    while (busy.size < most()) {
      const next = waiting.shift()
      if (!next) return
      let lane = 1
      while (busy.has(lane)) lane += 1
      busy.add(lane)
      next(lane)
    }
  }

  return {
    take: () => new Promise((resolve) => {
      waiting.push(resolve)
      serve()
    }),
    give(lane) {
      busy.delete(lane)
      serve()
    },
  }
}
