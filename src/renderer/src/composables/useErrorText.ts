import { useI18n } from 'vue-i18n'
import type { AppError } from '@shared/errors'
import { errorKey, errorParams } from './errorText'

export interface ErrorText {
  /** What happened, what still works, what to do. */
  sentence: (error: AppError) => string
  /** A few words for a stamp or a line: "server not reachable". */
  brief: (error: AppError) => string
}

/** Words for an AppError in the interface's language. */
export function useErrorText(): ErrorText {
  const { t } = useI18n()
  return {
    sentence: (error) => t(errorKey(error), errorParams(error)),
    brief: (error) => t(error.kind === 'offline' ? `errorsBrief.offlineBy.${error.cause}` : `errorsBrief.${error.kind}`, errorParams(error)),
  }
}
