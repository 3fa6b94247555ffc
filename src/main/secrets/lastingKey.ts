import { inTurn } from '@main/inTurn'
import type { MasterKey } from './masterKey'

/**
 * A key for what outlives signing out. One that the key store can not open any more is replaced, or what it sealed would stay closed
 * for good; in turn, so that two who find it closed do not each make one.
 */
export function lastingKey(key: Pick<MasterKey, 'read' | 'renew'>): Pick<MasterKey, 'read'> {
  const turn = inTurn()
  return { read: () => turn(async () => await key.read() ?? key.renew()) }
}
