import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const openssl = (...words) => {
  const { status, stderr } = spawnSync('openssl', words, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`openssl ${words[0]}: ${stderr}`)
}
const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']

/** A certificate authority of its own in a new folder, and what it says of 127.0.0.1: { authority: a file, key, cert }. */
const authorityIn = (folder) => {
  fs.mkdirSync(folder)
  const at = (name) => path.join(folder, name)
  openssl('req', '-x509', ...key, '-keyout', at('authority.key'), '-out', at('authority.pem'), '-subj', '/CN=Clinic Test Authority',
    '-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign')
  openssl('req', '-x509', ...key, '-keyout', at('server.key'), '-out', at('server.pem'), '-subj', '/CN=127.0.0.1',
    '-CA', at('authority.pem'), '-CAkey', at('authority.key'), '-addext', 'subjectAltName=IP:127.0.0.1',
    '-addext', 'basicConstraints=critical,CA:FALSE', '-addext', 'extendedKeyUsage=serverAuth')
  return { authority: at('authority.pem'), key: fs.readFileSync(at('server.key')), cert: fs.readFileSync(at('server.pem')) }
}

/** Two servers' certificates for 127.0.0.1, each from an authority of its own; nobody trusts either as yet. */
export const certificatesIn = (folder) => ({ own: authorityIn(path.join(folder, 'own')), foreign: authorityIn(path.join(folder, 'foreign')) })

/** Makes a person trust an authority, as an administrator would: in the NSS store of their home. */
export const trust = (home, authority) => {
  const store = path.join(home, '.pki', 'nssdb')
  fs.mkdirSync(store, { recursive: true, mode: 0o700 })
  for (const words of [['-N', '--empty-password'], ['-A', '-t', 'C,,', '-n', 'Clinic Test Authority', '-i', authority]]) {
    const { status, stderr } = spawnSync('certutil', ['-d', `sql:${store}`, ...words], { encoding: 'utf8' })
    if (status !== 0) throw new Error(`certutil ${words[0]}: ${stderr}`)
  }
}
