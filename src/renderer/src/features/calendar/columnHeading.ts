/** What stands over a column, beside how old its slots are. */
export interface ColumnHeading {
  title: string
  under: string
  /** Both as they are spoken: what is written may be cut to what there is room for. */
  name: string
  /** The name of the button that asks for it once more. */
  retryLabel: string
  /** With the clinic's colour. */
  isMarked: boolean
  isToday: boolean
  /** The clinic has vanished. */
  isGone: boolean
}
