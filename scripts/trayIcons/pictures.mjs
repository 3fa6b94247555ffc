/** Colours of a drawing on a dark panel in place of those that stand in it, which are for a light one. */
const onDark = { '#007172': '#3fb8b6', '#4d5a63': '#c3ccd2', '#fff': '#0d2224' }

const dark = (svg) => svg.replace(/<style>.*<\/style>/, (colours) => colours.replace(/#[\da-f]+/g, (colour) => onDark[colour] ?? colour))
const same = (svg) => svg

/** Every picture of the tray: its name, its drawing, and what is changed in that. */
export const pictures = [
  ...['normal', 'offline', 'paused', 'signedOut'].flatMap((source) => [
    { name: `${source}-light`, source, change: same },
    { name: `${source}-dark`, source, change: dark },
  ]),
  ...Array.from({ length: 9 }, (_, place) => (
    { name: `badge-${place + 1}`, source: 'badge', change: (svg) => svg.replace('>1<', `>${place + 1}<`) }
  )),
  { name: 'badge-more', source: 'badgeWide', change: same },
  { name: 'hole', source: 'hole', change: same },
  { name: 'hole-more', source: 'holeWide', change: same },
]
