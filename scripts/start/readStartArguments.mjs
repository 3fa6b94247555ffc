/** Splits what follows `npm start --`: our own `--once`, and everything else, which the app gets. */
export const readStartArguments = (words) => ({
  once: words.includes('--once'),
  rest: words.filter((word) => word !== '--once'),
})
