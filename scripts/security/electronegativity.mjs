import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { execFile } from 'node:child_process'
import { npm } from '../bootstrap/npm.mjs'

/** The known scanner for Electron. It has had no new version since 2022, and no successor; fetched for the scan alone. */
const SCANNER = '@doyensec/electronegativity@1.10.3'

/** Mistakes of each kind that the scanner is asked for: what does not find them is no scan. */
const canary = `const { app, shell, BrowserWindow } = require('electron')
app.on('certificate-error', (event, contents, url, error, certificate, callback) => { event.preventDefault(); callback(true) })
const window = new BrowserWindow({ webPreferences: { contextIsolation: false, webSecurity: false, sandbox: false } })
shell.openExternal(window.webContents.getURL())
`
const inCanary = [
  'CERTIFICATE_ERROR_EVENT_JS_CHECK', 'CONTEXT_ISOLATION_JS_CHECK', 'WEB_SECURITY_JS_CHECK', 'SANDBOX_JS_CHECK', 'OPEN_EXTERNAL_JS_CHECK',
]

const noRemote = 'Electron has had no remote module since version 14'
/** Findings that are none, by check and file, each with its reason. One that is not found any more is a finding itself. */
const waivers = {
  'CSP_GLOBAL_CHECK N/A': 'the policy is a header of app:// (row 6 sees it at work)',
  'AUXCLICK_JS_CHECK src/main/electron/press.ts': 'a hidden window that nobody can click, without scripts',
  'REMOTE_MODULE_JS_CHECK src/main/electron/press.ts': noRemote,
  'REMOTE_MODULE_JS_CHECK src/main/electron/window.ts': noRemote,
  'PRELOAD_JS_CHECK src/main/electron/window.ts': 'looked at: two functions (row 19)',
  'REMOTE_MODULE_JS_CHECK src/main/electron/wallWindow.ts': noRemote,
  'PRELOAD_JS_CHECK src/main/electron/wallWindow.ts': 'looked at: two functions of one channel (docs/adr/0016-the-wall-may-look.md)',
}

/** `check file` for each line of the scanner's table, without places and samples. */
export const findingsIn = (csv, root) => [...csv.matchAll(/^([A-Z_]+_CHECK),"[^"]*","[^"]*","([^"]*)"/gm)]
  .map(([, check, file]) => `${check} ${path.isAbsolute(file) ? path.relative(root, file) : file}`)

/** What is found but not waived, and waived but not found. */
export const complaints = (findings, known = waivers) => [
  ...new Set(findings.filter((finding) => !Object.hasOwn(known, finding))),
  ...Object.keys(known).filter((finding) => !findings.includes(finding)).map((finding) => `the waiver of ${finding} is not needed`),
]

/** Scans the sources: { found, looked }. A scanner that can not be fetched has found that. */
export const electronegativity = async (root) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clinic-scan-'))
  try {
    fs.writeFileSync(path.join(folder, 'package.json'), '{"private":true}')
    const words = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--save-exact', SCANNER]
    if ((await npm(words, { cwd: folder, quick: true })).code !== 0) return { found: [`${SCANNER} could not be fetched`], looked: '' }
    const scan = async (what) => {
      const table = path.join(folder, 'found.csv')
      const program = path.join(folder, 'node_modules', '@doyensec', 'electronegativity', 'dist', 'index.js')
      await promisify(execFile)(process.execPath, [program, '-i', what, '-o', table], { cwd: folder })
      return findingsIn(fs.readFileSync(table, 'utf8'), root)
    }
    const wrong = path.join(folder, 'canary')
    fs.mkdirSync(wrong)
    fs.writeFileSync(path.join(wrong, 'canary.js'), canary)
    const caught = await scan(wrong)
    const missed = inCanary.filter((check) => !caught.some((finding) => finding.startsWith(`${check} `)))
    const found = [...missed.map((check) => `the canary's ${check} was not found`), ...complaints(await scan(path.join(root, 'src')))]
    const waived = Object.entries(waivers).map(([finding, reason]) => `${finding} (${reason})`).join('; ')
    return { found, looked: `electronegativity 1.10.3 found ${inCanary.length} of ${inCanary.length} in its canary; waived: ${waived}` }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
