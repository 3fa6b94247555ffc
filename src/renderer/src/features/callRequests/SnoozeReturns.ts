import { defineComponent } from 'vue'
import { useSnoozeReturns } from './useSnoozeReturns'

/** Draws nothing: tells of requests that are back from being put off. */
export default defineComponent({
  setup() {
    useSnoozeReturns()
    return () => null
  },
})
