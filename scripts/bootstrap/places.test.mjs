import { describe, expect, it } from 'vitest'
import { cacheFolder } from './places.mjs'

const linux = { env: {}, platform: 'linux', home: '/home/asha', uid: 1000 }

describe('cacheFolder', () => {
  it('obeys CLINIC_CACHE before all', () => {
    expect(cacheFolder({ ...linux, uid: 0, env: { CLINIC_CACHE: '/elsewhere', XDG_CACHE_HOME: '/x' } })).toBe('/elsewhere')
  })

  it('is below /var/cache for root on Linux, where other users can read it', () => {
    expect(cacheFolder({ ...linux, uid: 0, home: '/root' })).toBe('/var/cache/clinic-reception')
  })

  it('is the platform\'s own cache folder for everybody else', () => {
    expect(cacheFolder(linux)).toBe('/home/asha/.cache/clinic-reception')
    expect(cacheFolder({ ...linux, env: { XDG_CACHE_HOME: '/x' } })).toBe('/x/clinic-reception')
    expect(cacheFolder({ ...linux, platform: 'darwin' })).toBe('/home/asha/Library/Caches/clinic-reception')
  })
})
