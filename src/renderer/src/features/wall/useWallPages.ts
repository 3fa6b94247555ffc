import { computed, onBeforeUnmount, onMounted, ref, watch, type ComputedRef, type Ref } from 'vue'
import { pagesOf } from './wallPages'

type Box = Readonly<Ref<HTMLElement | null>>
interface Measures { box: Box, head: Box, row: Box }

/** Long enough to find one's clinic and read its line. */
const TURN_MS = 15_000

/** Turns calmly through the pages of what does not fit into `box`; `head` and `row` are as high as what stands there. */
export function useWallPages<Row>(rows: Readonly<Ref<readonly Row[]>>, { box, head, row }: Measures): {
  shown: ComputedRef<Row[]>
  page: Ref<number>
  count: ComputedRef<number>
} {
  const fitting = ref(1)
  const page = ref(0)
  const pages = computed(() => pagesOf(rows.value, fitting.value))
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
  watch(() => pages.value.length, (count) => { if (page.value >= count) page.value = 0 })
  let timer: ReturnType<typeof setInterval>
  onMounted(() => { timer = setInterval(() => { page.value = (page.value + 1) % pages.value.length }, TURN_MS) })
  onBeforeUnmount(() => {
    clearInterval(timer)
    observer.disconnect()
  })
  return { shown: computed(() => pages.value[page.value] ?? pages.value[0]!), page, count: computed(() => pages.value.length) }
}
