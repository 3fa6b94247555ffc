/** Where in the board an element lies: the column's place, and the item's index in it (-1 for the header). */
export interface BoardSpot { column: number, item: number, element: HTMLElement }

/** The cell or header around an event's target; undefined outside of them. */
export function boardSpot(target: EventTarget | null): BoardSpot | undefined {
  const element = target instanceof Element ? target.closest<HTMLElement>('[aria-colindex]') : null
  const column = element?.closest<HTMLElement>('[data-column]')?.dataset['column']
  return element && column !== undefined ? { column: Number(column), item: Number(element.getAttribute('aria-colindex')) - 2, element } : undefined
}
