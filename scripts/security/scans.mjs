import fs from 'node:fs'
import path from 'node:path'

const filesIn = (folder) => fs.readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.join(entry.parentPath, entry.name))

const isSource = (file) => /\.(ts|vue|mjs)$/.test(file) && !/\.test\.|\/testing\//.test(file)

/** Sources of the program as [path, text]. */
const sourcesOf = (root) => filesIn(path.join(root, 'src')).filter(isSource).map((file) => [path.relative(root, file), fs.readFileSync(file, 'utf8')])

/** What must be nowhere in the sources, by the rule's name. */
const forbidden = {
  vHtml: /\bv-html\b|\.innerHTML\b|\.outerHTML\b|insertAdjacentHTML|document\.write/,
  openExternal: /shell\s*\.\s*openExternal|shell\s*\.\s*openPath/,
  webview: /<webview|webviewTag:\s*true/,
  certificates: /'certificate-error'|setCertificateVerifyProc|rejectUnauthorized|NODE_TLS_REJECT/,
  crashReporter: /crashReporter/,
  upload: /uploadToServer:\s*true|submitURL/,
  insecure: /nodeIntegration:\s*true|contextIsolation:\s*false|webSecurity:\s*false|sandbox:\s*false|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures/,
  code: /\beval\(|new Function\(|executeJavaScript\(/,
}

/** What must be in a file, by the rule's name. */
const required = {
  sandbox: ['src/main/index.ts', /app\.enableSandbox\(\)/],
  webRtc: ['src/main/electron/lockdown.ts', /setWebRTCIPHandlingPolicy\('disable_non_proxied_udp'\)/],
  webPreferences: ['src/main/electron/window.ts', /disableBlinkFeatures: 'Auxclick'/],
  wallPreferences: ['src/main/electron/wallWindow.ts', /sandbox: true, contextIsolation: true, [\s\S]*disableBlinkFeatures: 'Auxclick'/],
  switches: ['src/main/electron/lockdown.ts', /ignore-certificate-errors[\s\S]*remote-debugging-port[\s\S]*js-flags/],
}

/** A file with each of the mistakes that the rules are for: what does not find them all is no scan. */
export const canary = `
element.innerHTML = text; shell.openExternal(url); const view = '<webview src=x>'; app.on('certificate-error', trust)
crashReporter.start({ submitURL: there }); new BrowserWindow({ webPreferences: { nodeIntegration: true } }); eval(text)
`

/** Findings that are none: each with its reason. One that finds nothing any more is a finding itself. */
export const waivers = [
  {
    rule: 'crashReporter', file: 'src/main/electron/crashDumps.ts',
    reason: 'started only where the administrator wants dumps; they stay on the computer (the rule `upload`)',
  },
]

const result = (found, looked) => ({ found, looked })

/** Where a rule finds something that is not waived, and waivers of the rule that nothing needs. */
function found(rule, pattern, sources) {
  const files = sources.filter(([, text]) => pattern.test(text)).map(([file]) => file)
  const own = waivers.filter((waiver) => waiver.rule === rule).map(({ file }) => file)
  return [
    ...files.filter((file) => !own.includes(file)).map((file) => `${file}: ${rule}`),
    ...own.filter((file) => !files.includes(file)).map((file) => `the waiver of ${rule} in ${file} is not needed`),
  ]
}

function pins(root) {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))
  const all = Object.entries({ ...dependencies, ...devDependencies })
  const lock = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'))
  const packages = Object.entries(lock.packages).filter(([name]) => name !== '')
  const loose = all.filter(([, version]) => !/^\d+\.\d+\.\d+[\w.-]*$/.test(version)).map(([name]) => `${name} is not an exact version`)
  const unchecked = packages.filter(([, of]) => !of.integrity && !of.link && !of.inBundle).map(([name]) => `${name} has no integrity`)
  const git = packages.filter(([, of]) => /^git/.test(of.resolved ?? '')).map(([name]) => `${name} comes from git`)
  return result([...loose, ...unchecked, ...git], `${all.length} exact versions, ${packages.length} locked by integrity`)
}

function electron(root) {
  const version = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).devDependencies.electron
  return result(Number(version.split('.')[0]) >= 43 ? [] : [`Electron ${version} gets no security fixes`], `Electron ${version} is what ships`)
}

/** What looks like a token, a private key or somebody's address in the built program. */
function bundle(root) {
  const files = filesIn(path.join(root, 'out')).filter((file) => /\.(js|cjs|html|css)$/.test(file))
  const secret = /eyJ[\w-]{10,}\.eyJ|-----BEGIN [A-Z ]*PRIVATE KEY|Bearer [\w-]{20,}/
  return result(files.filter((file) => secret.test(fs.readFileSync(file, 'utf8'))).map((file) => path.relative(root, file)), `${files.length} built files`)
}

/** All scans by name: { found, looked }; an empty `found` is what is hoped for. */
export function scansOf(root) {
  const sources = sourcesOf(root)
  const absent = Object.entries(forbidden).map(([name, pattern]) =>
    [name, result(found(name, pattern, sources), `${sources.length} sources`)])
  const present = Object.entries(required).map(([name, [file, pattern]]) =>
    [name, result(pattern.test(fs.readFileSync(path.join(root, file), 'utf8')) ? [] : [`${file}: ${name} is missing`], file)])
  const missed = Object.entries(forbidden).filter(([, pattern]) => !pattern.test(canary)).map(([name]) => `the canary's ${name} was not found`)
  const waived = waivers.map(({ file, rule, reason }) => `waived: ${rule} in ${file} (${reason})`).join('; ')
  const findings = absent.flatMap(([, scan]) => scan.found)
  return {
    ...Object.fromEntries(absent), ...Object.fromEntries(present),
    pins: pins(root), electron: electron(root), bundle: bundle(root),
    canary: result([...missed, ...findings], `${Object.keys(forbidden).length} rules over ${sources.length} sources, each found in the canary; ${waived}`),
  }
}
