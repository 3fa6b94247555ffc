import { expect, test } from 'vitest'
import { complaints, findingsIn } from './electronegativity.mjs'

const table = `issue, severity, confidence, filename, location, sample, description, url
CSP_GLOBAL_CHECK,"MEDIUM","CERTAIN","N/A","0:0",N/A,"No CSP",https://example.invalid
SANDBOX_JS_CHECK,"MEDIUM","FIRM","/there/src/main/window.ts","25:17","new BrowserWindow({","x, ""y""",https://example.invalid
`

test('reads the check and the file of each finding', () => {
  expect(findingsIn(table, '/there')).toEqual(['CSP_GLOBAL_CHECK N/A', 'SANDBOX_JS_CHECK src/main/window.ts'])
})

test('complains of what is not waived, and of waivers that nothing needs', () => {
  expect(complaints(['A a.ts', 'B b.ts', 'B b.ts'], { 'A a.ts': 'why', 'C c.ts': 'why' })).toEqual(['B b.ts', 'the waiver of C c.ts is not needed'])
})
