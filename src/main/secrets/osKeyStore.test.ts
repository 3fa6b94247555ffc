import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { osKeyStore, type SafeStorage } from './osKeyStore'

/** A desktop: what its key store holds, if it has one; `isBusy` while it can not answer. */
interface Ring { password: string | undefined, isBusy: boolean, isRotated: boolean }
const ring = (given: Partial<Ring> = {}): Ring => ({ password: 'the ring’s own', isBusy: false, isRotated: false, ...given })

/** As Chromium seals on Linux: `v10` under a key that everybody knows, `v11` under the store's; AES-CBC with a vector of spaces. */
const keyOf = (password: string) => createHash('sha256').update(password).digest().subarray(0, 16)
const VECTOR = Buffer.alloc(16, ' ')
function sealed(text: string, password: string | undefined): Buffer {
  const cipher = createCipheriv('aes-128-cbc', keyOf(password ?? 'peanuts'), VECTOR)
  return Buffer.concat([Buffer.from(password === undefined ? 'v10' : 'v11'), cipher.update(text), cipher.final()])
}
function opened(bytes: Buffer, of: Ring): string {
  const isHardCoded = bytes.subarray(0, 3).toString() === 'v10'
  if (!isHardCoded && of.password === undefined) throw new Error('no key')
  const decipher = createDecipheriv('aes-128-cbc', keyOf(isHardCoded ? 'peanuts' : of.password!), VECTOR)
  return Buffer.concat([decipher.update(bytes.subarray(3)), decipher.final()]).toString()
}

/** The synchronous face until Electron 45: without a store it refuses to work, and the backend's name says little. */
const synchronous = (of: Ring, backend = 'gnome_libsecret'): SafeStorage => ({
  isEncryptionAvailable: () => of.password !== undefined,
  getSelectedStorageBackend: () => backend,
  encryptString: (text) => {
    if (of.password === undefined) throw new Error('Error while encrypting the text provided to safeStorage.encryptString.')
    return sealed(text, of.password)
  },
  decryptString: (bytes) => {
    try {
      return opened(bytes, of)
    } catch {
      throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.')
    }
  },
})

/** The asynchronous face as its source has it: always available once ready, with the hard-coded key as its last resort. */
const asynchronous = (of: Ring, backend = 'basic_text'): SafeStorage => ({
  isAsyncEncryptionAvailable: async () => true,
  getSelectedStorageBackend: () => backend,
  encryptStringAsync: async (text) => sealed(text, of.password),
  decryptStringAsync: async (bytes) => {
    if (bytes.byteLength === 0) return { result: '', shouldReEncrypt: false }
    if (of.isBusy) throw new Error('safeStorage.decryptStringAsync is temporarily unavailable. Please try again.')
    try {
      return { result: opened(bytes, of), shouldReEncrypt: of.isRotated }
    } catch {
      throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.')
    }
  },
})

const secret = Uint8Array.from({ length: 40 }, (_, place) => place * 7 % 256)
const linux = { platform: 'linux', pauseMs: 1 } as const

describe.each([['synchronous', synchronous], ['asynchronous', asynchronous]])('the %s key store', (_, face) => {
  it('opens what it wrapped, at the next start too', async () => {
    const of = ring()
    const first = osKeyStore(face(of), linux)
    expect(await first.isProtected()).toBe(true)
    const wrapped = await first.wrap(secret)
    expect(Buffer.from(wrapped).includes(Buffer.from(secret).toString('base64'))).toBe(false)
    const { secret: found, isOutdated } = await osKeyStore(face(of), linux).unwrap(wrapped)
    expect([...found]).toEqual([...secret])
    expect(isOutdated).toBe(false)
  })

  it('protects nothing where the desktop has no store, or a locked one', async () => {
    expect(await osKeyStore(face(ring({ password: undefined })), linux).isProtected()).toBe(false)
  })

  it('does not open what another key ring wrapped', async () => {
    const wrapped = await osKeyStore(face(ring()), linux).wrap(secret)
    const other = osKeyStore(face(ring({ password: 'of another computer' })), linux)
    expect(await other.isProtected()).toBe(true)
    const found = await other.unwrap(wrapped).then(({ secret: text }) => Buffer.from(text).toString('hex'), () => 'refused')
    expect(found).not.toBe(Buffer.from(secret).toString('hex'))
  })

  it('is asked for its proof once', async () => {
    const storage = face(ring())
    const seal = vi.fn(storage.encryptStringAsync ?? storage.encryptString) as never
    const store = osKeyStore({ ...storage, ...storage.encryptStringAsync ? { encryptStringAsync: seal } : { encryptString: seal } }, linux)
    expect(await Promise.all([store.isProtected(), store.isProtected()])).toEqual([true, true])
    expect(seal).toHaveBeenCalledTimes(1)
  })

  it('is no store when it opens its own probe to something else', async () => {
    const storage = face(ring())
    const store = osKeyStore({
      ...storage,
      ...storage.decryptStringAsync && { decryptStringAsync: async () => ({ result: 'else', shouldReEncrypt: false }) },
      ...storage.decryptString && { decryptString: () => 'else' },
    }, linux)
    expect(await store.isProtected()).toBe(false)
  })
})

it.each(['basic_text', 'unknown'])('the synchronous key store is none with the backend %s, whatever it says of itself', async (backend) => {
  const storage = synchronous(ring(), backend)
  expect(await osKeyStore({ ...storage, isEncryptionAvailable: () => true }, linux).isProtected()).toBe(false)
  expect(await osKeyStore(storage, { platform: 'win32' }).isProtected()).toBe(true)
})

describe('the asynchronous key store', () => {
  it('goes before the synchronous one, and opens what that wrapped', async () => {
    const of = ring()
    const wrapped = await osKeyStore(synchronous(of), linux).wrap(secret)
    const both = osKeyStore({ ...synchronous(ring({ password: 'never asked' })), ...asynchronous(of) }, linux)
    expect([...(await both.unwrap(wrapped)).secret]).toEqual([...secret])
  })

  it('says when a secret should be wrapped again', async () => {
    const of = ring()
    const store = osKeyStore(asynchronous(of), linux)
    const wrapped = await store.wrap(secret)
    of.isRotated = true
    expect(await store.unwrap(wrapped)).toMatchObject({ isOutdated: true })
  })

  it('is asked again when it can not for the moment', async () => {
    const of = ring()
    const store = osKeyStore(asynchronous(of), { ...linux, pauseMs: 20 })
    const wrapped = await store.wrap(secret)
    of.isBusy = true
    const opening = store.unwrap(wrapped)
    of.isBusy = false
    expect([...(await opening).secret]).toEqual([...secret])
  })

  it('protects nothing in a run in which it could not three times: what it may open later is not replaced', async () => {
    const of = ring()
    const store = osKeyStore(asynchronous(of), linux)
    const wrapped = await store.wrap(secret)
    expect(await store.isProtected()).toBe(true)
    of.isBusy = true
    await expect(store.unwrap(wrapped)).rejects.toThrow('temporarily')
    expect(await store.isProtected()).toBe(false)
  })
})
