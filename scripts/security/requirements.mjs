const e2e = (file, title) => ({ file: `e2e/${file}`, title })
const unit = (file, title) => ({ file: `src/main/${file}`, title })
const renderer = (file, title) => ({ file: `src/renderer/src/${file}`, title })
const scan = (name) => ({ scan: name })

const window = e2e('lockdown.e2e.ts', 'runs the page from app://')
const places = e2e('lockdown.e2e.ts', 'goes nowhere, opens nothing and grants nothing')
const hostile = unit('ipc/hostile.test.ts', 'answers whatever a call is given')
const secrets = e2e('secrets.e2e.ts', 'are neither on the disk')
const packaged = (...areas) => ({ packaged: areas })

/** Each row: its number, what is claimed, what proves it, and what of it is open. `proofs` must all pass. */
export const requirements = [
  [1, 'context isolation, sandbox, no Node in every window', [window]],
  [2, 'the system’s sandbox is really on (seccomp)', [e2e('lockdown.e2e.ts', 'is really in the system')]],
  [3, 'the sandbox is enabled for every process', [scan('sandbox'), e2e('lockdown.e2e.ts', 'is really in the system')]],
  [4, 'no global of Node’s in the page', [window]],
  [5, 'pages from app:// alone, traversals refused', [e2e('lockdown.e2e.ts', 'serves nothing from outside')]],
  [6, 'a policy without unsafe words, nothing inline runs', [e2e('lockdown.e2e.ts', 'runs no inline script'), e2e('lockdown.e2e.ts', 'breaks the content security policy nowhere')]],
  [7, 'every permission refused', [places]],
  [8, 'navigation refused', [places]],
  [9, 'new windows refused', [places]],
  [10, 'no webview', [window, scan('webview')]],
  [11, 'nothing is opened outside the program', [scan('openExternal')]],
  [12, 'the page reaches no network', [e2e('lockdown.e2e.ts', 'reaches no network at all')]],
  [13, 'text is shown as text', [scan('vHtml'), e2e('security/injections.proof.ts', '')]],
  [14, 'no developer tools when packaged, no experimental features', [scan('webPreferences')]],
  [15, 'WebRTC without addresses', [scan('webRtc')]],
  [16, 'only our own top frame is answered', [unit('ipc/router.test.ts', 'refuses a frame that is not our own page')]],
  [17, 'schemas on every call, whatever it is given', [hostile, e2e('security/page.proof.ts', 'stands ten thousand calls')]],
  [18, 'errors without text', [unit('ipc/router.test.ts', 'sends its reference only')]],
  [19, 'the page has named functions, no ipcRenderer', [e2e('lockdown.e2e.ts', 'gives the page invoke and on')]],
  [20, 'a closed set of channels', [unit('ipc/router.test.ts', 'names calls feature:verb'), hostile]],
  [21, 'calls are limited', [unit('ipc/router.test.ts', 'answers busy to more calls'), e2e('security/page.proof.ts', 'stands ten thousand calls')]],
  [22, 'no token in the page', [secrets, e2e('security/page.proof.ts', 'has no token in its heap')]],
  [23, 'secrets sealed on the disk', [secrets, unit('secrets/masterKey.test.ts', 'is never on disk unwrapped')]],
  [24, 'in memory alone without a key store; a locked or another one', [e2e('secrets.e2e.ts', 'stay in memory where there is no key store'), e2e('keyRing.e2e.ts', ''), unit('secrets/osKeyStore.test.ts', '')]],
  [25, 'one refresh for all, rotation kept before use', [unit('session/refresh.test.ts', 'two hundred requests at once'), unit('session/refresh.test.ts', 'keeps a rotated pair on disk')]],
  [26, 'signing out wipes, without a network too', [e2e('secrets.e2e.ts', 'are gone from the disk after signing out')]],
  [27, 'no token and nothing of a person in the log', [secrets, unit('log/redact.test.ts', ''), unit('log/events.test.ts', '')]],
  [28, 'no crash dumps, unless the administrator wants them; none is sent', [scan('crashReporter'), e2e('crash.e2e.ts', 'leaves')]],
  [29, 'the next person sees nothing of the one before, and takes nothing from them', [unit('lock/lock.test.ts', 'gets a desk of their own'), unit('drafts/drafts.test.ts', 'untouched by the next person')]],
  [30, 'fuses', [packaged('fuses', 'foreign-code')]],
  [31, 'dangerous switches refused', [scan('switches'), packaged('switches')]],
  [32, 'one instance', [e2e('lockdown.e2e.ts', 'starts once')]],
  [33, 'Electron within its supported majors', [scan('electron')]],
  [34, 'exact versions, no package from git', [scan('pins')]],
  [35, 'a bill of materials', [packaged('sbom')]],
  [36, 'npm audit', [], 'not verified here: it needs a registry that offers advisories'],
  [37, 'static scans, each with a canary', [scan('canary'), scan('electronegativity')]],
  [38, 'no secret in the bundle', [scan('bundle')]],
  [39, 'a fault is logged without its text, and the program goes on', [unit('ipc/router.test.ts', 'sends its reference only'), e2e('crash.e2e.ts', '')]],
  [40, 'one origin', [unit('http/client.test.ts', 'asks no other origin'), e2e('lockdown.e2e.ts', 'asks one server only')]],
  [41, 'no redirect is followed', [e2e('security/network.proof.ts', 'follows no redirect')]],
  [42, 'certificate errors are final', [scan('certificates'), e2e('signIn.e2e.ts', 'certificate')]],
  [43, 'no cache and no cookies', [unit('http/client.test.ts', 'without a cookie'), secrets]],
  [44, 'each write on a fresh connection', [e2e('security/network.proof.ts', 'sends each write once')]],
  [45, 'deadlines and caps', [unit('http/client.test.ts', '')]],
  [46, 'broken answers', [unit('http/brokenAnswers.test.ts', 'takes no broken answer'), e2e('faults.e2e.ts', 'is said in words')]],
  [47, 'nothing secret in an address', [e2e('security/network.proof.ts', 'puts no token')]],
  [48, 'the stored copy is sealed and authenticated', [unit('cache/damage.test.ts', 'after a change of any single byte')]],
  [49, 'kills damage nothing', [unit('cache/kill.test.ts', 'survives')]],
  [50, 'a full disk loses nothing in silence', [unit('cache/fullDisk.test.ts', '')]],
  [51, 'damaged files are set aside', [unit('cache/damage.test.ts', '')]],
  [52, 'writes at most once', [e2e('torture.e2e.ts', 'ends with each of them once')]],
  [53, 'locked when idle, with the computer and when it sleeps', [e2e('lock.e2e.ts', 'when nobody touches the computer'), unit('lock/lock.test.ts', 'when nobody has touched')]],
  [54, 'longest session, hour of signing out', [unit('lock/lock.test.ts', 'ends after its hours'), unit('lock/lock.test.ts', 'ends at the clinic')]],
  [55, 'a locked desk answers nothing and its page holds nothing', [e2e('lock.e2e.ts', 'holds nothing of the clinic'), unit('lock/lock.test.ts', 'answers no call but the few')]],
  [56, 'notifications say little, and nothing while locked', [e2e('alerts.e2e.ts', 'without names'), unit('lock/lock.test.ts', 'answers no call but the few')]],
  [57, 'notifications are escaped', [e2e('alerts.e2e.ts', 'escaped where the body is markup')]],
  [58, 'each call request is told once', [e2e('announcedOnce.e2e.ts', 'each request is told once')]],
  [59, 'audit', [unit('audit/audit.test.ts', 'notes who did what')]],
  ['file', 'what an administrator fixes', [unit('policy/policy.test.ts', ''), e2e('administrator.e2e.ts', 'what an administrator fixed')]],
  ['diag', 'diagnostics without secrets', [unit('log/diagnostics.test.ts', ''), e2e('administrator.e2e.ts', 'saves diagnostics')]],
  ['lock', 'the lock’s screen', [renderer('features/session/LockScreen.test.ts', '')]],
].map(([row, claim, proofs, open = '']) => ({ row, claim, proofs, open }))

/** The files of the proofs that begin with this. */
export const filesOf = (start) => [...new Set(requirements.flatMap(({ proofs }) => proofs.map(({ file }) => file ?? '')).filter((file) => file.startsWith(start)))]
