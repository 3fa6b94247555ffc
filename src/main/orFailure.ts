import { AppFailure, type AppError } from '@shared/errors'

/** What the computer refuses (a full disk, a missing printer) is the person's to mend and no fault of ours: it is told as this error. */
export const orFailure = <T>(task: Promise<T>, error: AppError): Promise<T> => task.catch(() => { throw new AppFailure(error) })
