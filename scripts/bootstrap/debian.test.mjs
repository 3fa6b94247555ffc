import { describe, expect, it } from 'vitest'
import { missingFrom } from './debian.mjs'
import { notFound } from './libraries.mjs'

describe('missingFrom', () => {
  const listing = 'xvfb installed\nlibasound2t64 installed\ngnome-keyring config-files\ndpkg-query: no packages found matching dbus\n'

  it('names what is not installed, also what was removed with its settings kept', () => {
    expect(missingFrom(listing, [['xvfb'], ['gnome-keyring'], ['dbus']])).toEqual([['gnome-keyring'], ['dbus']])
  })

  it('is content with one of two names', () => {
    expect(missingFrom(listing, [['libasound2t64', 'libasound2']])).toEqual([])
  })
})

describe('notFound', () => {
  it('names the libraries that the loader misses', () => {
    const listing = '\tlinux-vdso.so.1 (0x00007ffc)\n\tlibnss3.so => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x7f)\n\tlibgbm.so.1 => not found\n'
    expect(notFound(listing)).toEqual(['libnss3.so', 'libgbm.so.1'])
  })
})
