import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createServer } from 'node:https'
import { once } from 'node:events'

/**
 * A place for updates on a port of this computer, over HTTPS. `offer` says what is there from now on: a file as a version, whether what is
 * sent is what was announced, and to how many percent of the desks (undefined: all). `show` says with which { key, cert }.
 */
export const updateFeed = async (port, certificate) => {
  let offered
  const announcement = () => {
    const { version, file, percent } = offered
    const sha512 = createHash('sha512').update(fs.readFileSync(file)).digest('base64')
    return [
      `version: ${version}`, 'files:', '  - url: update.deb', `    sha512: ${sha512}`, `    size: ${fs.statSync(file).size}`,
      'path: update.deb', `sha512: ${sha512}`, 'releaseDate: 2026-01-01T00:00:00.000Z',
      ...percent === undefined ? [] : [`stagingPercentage: ${percent}`], '',
    ].join('\n')
  }
  const server = createServer(certificate, (request, response) => {
    // The program also looks by itself, perhaps before anything is offered.
    if (!offered) response.writeHead(404).end()
    else if (/^\/latest-linux\.yml/.test(request.url)) response.end(announcement())
    else if (request.url.startsWith('/update.deb')) {
      const content = Buffer.from(fs.readFileSync(offered.file))
      if (offered.tampered) content[content.length >> 1] ^= 1
      response.end(content)
    } else response.writeHead(404).end()
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    offer: (what) => { offered = what },
    show: (other) => {
      server.setSecureContext(other)
      server.closeAllConnections()
    },
    close: () => { server.close() },
  }
}
