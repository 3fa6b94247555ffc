/** `<= 1.3` and the like, and whether a value keeps to it: { most } or { least }, with a unit. */
const aimOf = (value, { most, least, unit = '' }) => {
  const mark = unit && ` ${unit}`
  return most === undefined
    ? { aim: `>= ${least}${mark}`, met: value >= least ? 'yes' : 'no' }
    : { aim: `<= ${most}${mark}`, met: value <= most ? 'yes' : 'no' }
}

/** A row whose first cells are a figure, named by `{ name: value }`, what was aimed at, and whether that is met. */
export const aimed = ({ most, least, unit, ...figure }, row) => {
  const [[name, value]] = Object.entries(figure)
  return { [name]: value, ...aimOf(value, { most, least, unit }), ...row }
}
