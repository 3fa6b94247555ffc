/**
 * Has a radio group choose what an arrow leads to. The library does so a moment after the arrow, and only if the key is still down then: a
 * quick tap would move the focus alone. `onKeydown` belongs to the group, `onFocus` to each of its items.
 */
export function arrowChoice<V>(choose: (value: V) => void) {
  let isByArrow = false
  return {
    onKeydown: ({ key }: KeyboardEvent) => { isByArrow = key.startsWith('Arrow') },
    onFocus: (value: V) => { if (isByArrow) choose(value) },
  }
}
