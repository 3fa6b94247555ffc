import { describe, expect, it } from 'vitest'
import type { SessionState } from '@shared/domain/session'
import type { SignedOutReason } from '@shared/errors'
import { owner } from './owner'

const ann = { origin: 'https://clinic.example', email: 'ann@clinic.example' }
const bo = { ...ann, email: 'bo@clinic.example' }

function desk() {
  const said: string[] = []
  let account: typeof ann | null = null
  let reason: SignedOutReason = 'none'
  const person = owner({
    session: { account: () => account, state: () => ({ status: account ? 'signedIn' : 'signedOut', reason }) as SessionState },
    onChange: (now) => { said.push(now ? `change ${now.email[0]}` : 'change nobody') },
    onArrive: () => { said.push('arrive') },
    onLeave: () => { said.push('leave') },
    onWipe: () => { said.push('wipe') },
  })
  const to = (now: typeof ann | null, why: SignedOutReason = 'none') => {
    said.length = 0
    account = now
    reason = why
    person.follow()
    return said
  }
  return { to, account: person.account }
}

describe('owner', () => {
  it('takes nothing away from the first who arrives: what is kept may be theirs', () => {
    expect(desk().to(ann)).toEqual(['change a', 'arrive'])
  })

  it('says each change of a session once', () => {
    const { to } = desk()
    to(ann)
    expect(to(ann)).toEqual([])
  })

  it('wipes when they sign out', () => {
    const { to, account } = desk()
    to(ann)
    expect(to(null)).toEqual(['leave', 'wipe', 'change nobody'])
    expect(account()).toBeNull()
  })

  it('keeps everything while a session is lost, for the same person', () => {
    const { to, account } = desk()
    to(ann)
    expect(to(null, 'ended')).toEqual(['change nobody'])
    expect(account()).toEqual(ann)
    expect(to(ann)).toEqual(['change a', 'arrive'])
  })

  it('lets another person in without the lost one’s orders, and without wiping what is sealed for them', () => {
    const { to, account } = desk()
    to(ann)
    to(null, 'ended')
    expect(to(bo)).toEqual(['leave', 'change b', 'arrive'])
    expect(account()).toEqual(bo)
  })

  it.each<SignedOutReason>(['inactive', 'unknownUser'])('wipes when the account is %s', (reason) => {
    const { to } = desk()
    to(ann)
    expect(to(null, reason)).toEqual(['leave', 'wipe', 'change nobody'])
  })

  it('wipes when the person of a lost session leaves', () => {
    const { to } = desk()
    to(ann)
    to(null, 'ended')
    expect(to(null)).toEqual(['leave', 'wipe'])
  })
})
