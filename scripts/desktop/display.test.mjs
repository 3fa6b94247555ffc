import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing.mjs'
import { authority, ensureSocketFolder, hasDisplay } from './display.mjs'
import { sandboxObstacle } from './sandbox.mjs'

describe('hasDisplay', () => {
  it('asks for X or Wayland on Linux only', () => {
    expect(hasDisplay({}, 'linux')).toBe(false)
    expect(hasDisplay({ DISPLAY: '' }, 'linux')).toBe(false)
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true)
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
    expect(hasDisplay({}, 'win32')).toBe(true)
  })
})

describe('authority', () => {
  it('is one Xauthority entry for any display with the cookie in it', () => {
    const cookie = Buffer.from('0123456789abcdef')
    expect(authority(cookie).toString('latin1')).toBe('\xff\xff\0\0\0\0\0\x12MIT-MAGIC-COOKIE-1\0\x100123456789abcdef')
  })
})

describe('ensureSocketFolder', () => {
  it('makes a folder for everybody, and leaves one alone that is there', () => {
    const folder = path.join(temporaryFolder(), 'sockets')
    ensureSocketFolder(folder)
    expect(fs.statSync(folder).mode & 0o7777).toBe(0o1777)
    expect(() => ensureSocketFolder(folder)).not.toThrow()
  })
})

describe('sandboxObstacle', () => {
  it('is root on Linux, and nothing elsewhere', async () => {
    expect(await sandboxObstacle({ platform: 'linux', uid: 0 })).toBe('this is root')
    expect(await sandboxObstacle({ platform: 'darwin', uid: 0 })).toBeNull()
  })
})
