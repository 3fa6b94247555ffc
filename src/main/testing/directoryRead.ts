import { expect, vi } from 'vitest'
import type { Directory } from '@shared/domain/clinic'
import type { ComposedDesk } from './composedDesk'

/** Waits until every doctor's clinics are known. */
export const directoryRead = ({ ask }: Pick<ComposedDesk, 'ask'>): Promise<Directory> => vi.waitFor(async () => {
  const directory = await ask('directory:read')
  expect([directory.stamp.loading, directory.asked]).toEqual([false, directory.doctors])
  return directory
}, { interval: 100 })
