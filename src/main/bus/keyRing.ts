import { connect, type Bus, type Call } from './connect'

const SECRETS = { destination: 'org.freedesktop.secrets' }
/** How Chromium marks its key in a key ring. */
const SCHEMA = 'chrome_libsecret_os_crypt_password_v2'

/**
 * Takes a program's key out of the key ring of a Linux desktop, by the Secret Service protocol; `address` as in `DBUS_SESSION_BUS_ADDRESS`.
 * Where the ring is locked, or there is none, it stays. Rejects when the bus can not be reached or refuses.
 */
export async function forgetKey(address: string, application: string): Promise<void> {
  const bus = await connect(address)
  try {
    for (const item of await unlocked(bus, application)) await ask(bus, { path: item, interface: 'org.freedesktop.Secret.Item', member: 'Delete' })
  } finally {
    bus.close()
  }
}

const ask = (bus: Bus, call: Call) => bus.call({ ...SECRETS, ...call })

async function unlocked(bus: Bus, application: string): Promise<string[]> {
  const attributes = new Map([['application', application], ['xdg:schema', SCHEMA]])
  const [found] = await ask(bus, {
    path: '/org/freedesktop/secrets', interface: 'org.freedesktop.Secret.Service', member: 'SearchItems', signature: 'a{ss}', body: [attributes],
  })
  return found as string[]
}
