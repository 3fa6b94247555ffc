import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { APP_ID, introduceToWindows, TOAST_ACTIVATOR } from './windowsIdentity'

function introduced(isPackaged: boolean, { hasActivator = true } = {}) {
  const told: string[] = []
  const tell = (words: string) => { told.push(words) }
  introduceToWindows({ isPackaged, setAppUserModelId: tell, ...hasActivator && { setToastActivatorCLSID: tell } }, 'C:\\electron.exe')
  return told
}

describe('Windows is told', () => {
  it('who the program is, and whom to start at a click', () => {
    expect(introduced(true)).toEqual([APP_ID, TOAST_ACTIVATOR])
  })

  it('nothing of an activator by an Electron that has none, or without an installer', () => {
    expect(introduced(true, { hasActivator: false })).toEqual([APP_ID])
    expect(introduced(false)).toEqual(['C:\\electron.exe'])
  })
})

describe('the installer', () => {
  const root = new URL('../../../', import.meta.url)
  const read = (name: string) => readFileSync(new URL(name, root), 'utf8')

  it('gives the same names', async () => {
    expect(TOAST_ACTIVATOR).toMatch(/^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/)
    expect(read('resources/windows/installer.nsh')).toContain(`!define TOAST_ACTIVATOR "${TOAST_ACTIVATOR}"`)
    expect(read('scripts/package/config.mjs')).toContain(`appId: '${APP_ID}'`)
    expect(read('scripts/package/config.mjs')).toContain('include: \'resources/windows/installer.nsh\'')
  })
})
