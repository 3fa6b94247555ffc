import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Clinic } from './clinic'
import type { Desk } from './desk'

type Certificate = 'good' | 'expired'

const pem = (name: string) => readFileSync(new URL(`./certificates/${name}.pem`, import.meta.url))
const identity = (name: Certificate) => ({ key: pem(`${name}.key`), cert: pem(`${name}.cert`) })

/** A clinic over HTTPS, whose certificate may be another one from one moment to the next. */
export async function behindTls(clinic: Clinic) {
  const server = createServer(identity('good'), (incoming, outgoing) => {
    const { method, url, headers } = incoming
    incoming.pipe(request(clinic.server + url, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode!, answer.headers)
      answer.pipe(outgoing)
    }))
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  return {
    server: `https://localhost:${(server.address() as AddressInfo).port}`,
    /** Shows another certificate from now on, on new connections: there are no others left. */
    become(name: Certificate) {
      server.setSecureContext(identity(name))
      server.closeAllConnections()
    },
    close: () => new Promise<void>((resolve) => {
      server.close(() => { resolve() })
      server.closeAllConnections()
    }),
  }
}

/** Adds `good` to what this desk's computer trusts; everything else is judged by Chromium as ever. */
export const trustGood = (desk: Desk) => desk.app.evaluate(({ session }) => {
  for (const name of ['api-read', 'api-write-token', 'api-write-single']) {
    session.fromPartition(name, { cache: false }).setCertificateVerifyProc(({ certificate }, judge) => {
      judge(certificate.subjectName === 'clinic under test' ? 0 : -3)
    })
  }
})
