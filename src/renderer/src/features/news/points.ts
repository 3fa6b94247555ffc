/** The version that the news are of, without its last number: repairs are no news. A new version brings its own points. */
export const newsOf = '0.1'

/** What is new in it, by the keys of their words under `news.points`. */
export const points = ['planner', 'offline', 'requests', 'finder', 'palette', 'languages', 'looks'] as const

/** `0.1` of `0.1.7`. */
export const lineOf = (version: string): string => version.split('.').slice(0, 2).join('.')
