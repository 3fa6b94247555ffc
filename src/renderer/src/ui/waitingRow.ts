/** A row of UiWaiting. */
export interface WaitingRow {
  key: string
  title: string
  detail: string
  tone: 'waiting' | 'uncertain' | 'refused'
  /** What the tone is called. */
  state: string
  /** Names of its buttons; without `edit` it can not be edited. */
  edit: string
  discard: string
}
