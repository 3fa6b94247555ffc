import { computed, onBeforeUnmount, ref, watch, type ComputedRef, type Ref } from 'vue'
import { useTurns } from './useTurns'
import { pagesOf } from './wallPages'

type Box = Readonly<Ref<HTMLElement | null>>
interface Measures { box: Box, head: Box, row: Box }

/** Turns calmly through the pages of what does not fit into `box`; `head` and `row` are as high as what stands there. */
export function useWallPages<Row>(rows: Readonly<Ref<readonly Row[]>>, { box, head, row }: Measures): {
  shown: ComputedRef<Row[]>
  page: Ref<number>
  isHeld: Ref<boolean>
  count: ComputedRef<number>
} {
  const fitting = ref(1)
  const pages = computed(() => pagesOf(rows.value, fitting.value))
  const { page, isHeld } = useTurns(() => pages.value.length)
  const measure = () => {
    if (!box.value || !head.value || !row.value) return
    // A line lies between rows.
    fitting.value = (box.value.clientHeight - head.value.offsetHeight) / (row.value.offsetHeight + 1)
  }
  const observer = new ResizeObserver(measure)
  watch(box, (now, before) => {
    if (before) observer.unobserve(before)
    if (now) observer.observe(now)
  }, { flush: 'post', immediate: true })
  onBeforeUnmount(() => { observer.disconnect() })
  return { shown: computed(() => pages.value[page.value] ?? pages.value[0]!), page, isHeld, count: computed(() => pages.value.length) }
}
