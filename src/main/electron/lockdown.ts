import { app, session, type Session, type WebContents } from 'electron'

/** Switches that would undo the sandbox, the certificate checks or the pages' isolation; no fuse closes them. */
const dangerous = [
  'ignore-certificate-errors', 'ignore-certificate-errors-spki-list', 'remote-debugging-port', 'remote-debugging-pipe',
  'remote-debugging-address', 'disable-web-security', 'no-sandbox', 'host-rules', 'host-resolver-rules', 'proxy-server', 'js-flags',
  'renderer-cmd-prefix', 'gpu-launcher', 'load-extension', 'unsafely-treat-insecure-origin-as-secure',
]

/** The first dangerous switch on the command line, or undefined. */
export const dangerousSwitch = (): string | undefined => dangerous.find((name) => app.commandLine.hasSwitch(name))

/** Closes every way out of the pages: network, permissions, navigation, new windows, webviews. Once, before the first window. */
export function lockDown(origin: string): void {
  closeSession(session.defaultSession, origin)
  app.on('session-created', (created) => { refusePermissions(created) })
  app.on('web-contents-created', (_event, contents) => { closeContents(contents) })
}

function closeSession(pages: Session, origin: string): void {
  refusePermissions(pages)
  const own = `${new URL(origin).protocol}//`
  pages.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !details.url.startsWith(own) && !isDevelopment(details.url, origin) && !details.url.startsWith('devtools:') })
  })
}

/** While developing, the page comes from Vite's server, and its hot reload talks to the same host over a web socket. */
const isDevelopment = (url: string, origin: string) => !app.isPackaged && !origin.startsWith('app:') && new URL(url).host === new URL(origin).host

/** Refuses every permission; Electron grants all by default. */
export function refusePermissions(of: Session): void {
  of.setPermissionRequestHandler((_contents, _permission, answer) => { answer(false) })
  of.setPermissionCheckHandler(() => false)
  of.setDevicePermissionHandler(() => false)
}

function closeContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.on('will-navigate', (event) => { event.preventDefault() })
  contents.on('will-frame-navigate', (event) => { event.preventDefault() })
  contents.on('will-redirect', (event) => { event.preventDefault() })
  contents.on('will-attach-webview', (event) => { event.preventDefault() })
}
