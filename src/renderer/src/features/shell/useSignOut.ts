import { computed, readonly, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { storeToRefs } from 'pinia'
import type { AppError, AppErrorOf } from '@shared/errors'
import { appErrorOf } from '@renderer/composables/appErrorOf'
import { useErrorText } from '@renderer/composables/useErrorText'
import { ask } from '@renderer/services/desk'
import { useOutbox } from '@renderer/services/outbox'
import { useSession } from '@renderer/services/session'

/** What is under way may still end; when nothing has changed for so long, no more is to be expected. */
const QUIET_MILLISECONDS = 1500

export interface SignOut {
  busy: Readonly<Ref<'leaving' | 'sending' | 'discarding' | undefined>>
  /** What would be lost, while it is asked what is to become of it. */
  pending: Readonly<Ref<AppErrorOf<'pending'> | undefined>>
  /** Why not everything could be sent. */
  stuck: Readonly<Ref<string | undefined>>
  /** Why it failed otherwise. */
  error: ComputedRef<AppError | undefined>
  signOut: () => Promise<void>
  /** Sends what waits and signs out when nothing is left. */
  sendNow: () => Promise<void>
  /** Gives up what waits and what is uncertain, and signs out. */
  discard: () => Promise<void>
  stay: () => void
}

/** Signs out; asks first when creates would be lost by it. */
export function useSignOut(): SignOut {
  const session = useSession()
  const untilQuiet = useQuiet()
  const whyLeft = useReason()
  const busy = ref<'leaving' | 'sending' | 'discarding'>()
  const failure = shallowRef<AppError>()
  const pending = shallowRef<AppErrorOf<'pending'>>()
  const stuck = ref<string>()

  const during = async (what: 'leaving' | 'sending' | 'discarding', task: () => Promise<unknown>) => {
    if (busy.value) return
    busy.value = what
    failure.value = undefined
    stuck.value = undefined
    try {
      await task()
      pending.value = undefined
    } catch (cause) {
      const error = appErrorOf(cause)
      if (error.kind === 'pending') pending.value = error
      else failure.value = error
    } finally {
      busy.value = undefined
    }
  }

  return {
    busy: readonly(busy),
    pending,
    stuck: readonly(stuck),
    error: computed(() => failure.value),
    signOut: () => during('leaving', session.signOut),
    sendNow: async () => {
      await during('sending', async () => {
        await ask('outbox:sendNow')
        await untilQuiet(() => pending.value === undefined)
        // Who has chosen to stay meanwhile stays.
        if (pending.value) await session.signOut()
      })
      if (pending.value && !failure.value) stuck.value = await whyLeft(pending.value)
    },
    discard: () => during('discarding', async () => {
      await ask('outbox:discardAll')
      await session.signOut()
    }),
    stay: () => {
      pending.value = undefined
      stuck.value = undefined
      failure.value = undefined
    },
  }
}

/** Resolves when nothing waits or is under way, when nothing has changed for a while, or when it is `calledOff`. */
function useQuiet() {
  const { entries, jobs } = storeToRefs(useOutbox())
  const isUnderWay = () => entries.value.some(({ state }) => state === 'sending' || state === 'checking')
    || jobs.value.some(({ counts, hindrance }) => hindrance === null && counts.sending + counts.checking > 0)
  const isLeft = () => entries.value.some(({ state }) => state === 'waiting') || jobs.value.some(({ counts }) => counts.waiting > 0)

  return (calledOff: () => boolean) => new Promise<void>((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      clearTimeout(timer)
      if (calledOff() || (!isUnderWay() && !isLeft())) return end()
      timer = setTimeout(() => { if (isUnderWay() && !calledOff()) look(); else end() }, QUIET_MILLISECONDS)
    }
    const stop = watch([entries, jobs], look)
    function end() {
      stop()
      resolve()
    }
    timer = setTimeout(look, 0)
  })
}

/** Why something is left, in words. */
function useReason() {
  const { t } = useI18n()
  const { brief } = useErrorText()
  return async ({ waiting }: AppErrorOf<'pending'>) => {
    if (waiting === 0) return t('signOut.onlyUncertain')
    const failing = await ask('sync:status').then((status) => status.failing, () => null)
    return failing ? t('signOut.notSentBecause', { reason: brief(failing) }) : t('signOut.notSent')
  }
}
