// Runs in Electron: draws resources/tray/*.svg into PNGs beside them, for light and dark panels, at 1x and 2x.
import fs from 'node:fs'
import path from 'node:path'
import { app, BrowserWindow } from 'electron'
import { pictures } from './pictures.mjs'

const repository = path.resolve(import.meta.dirname, '..', '..')
const folder = path.join(repository, 'resources', 'tray')
const font = path.join(repository, 'node_modules', '@fontsource-variable', 'inter', 'files', 'inter-latin-wght-normal.woff2')

/** A picture that is shown as an image sees no fonts but those inside it. */
const withFont = (svg) => {
  const face = `@font-face { font-family: Badge; font-weight: 100 900; src: url(data:font/woff2;base64,${fs.readFileSync(font).toString('base64')}) }`
  return svg.replace('>', `><style>${face}</style>`)
}

/** In the page: the drawing on a canvas of its own size times `scale`, as the address of a PNG. */
const draw = async (address, scale) => {
  const image = new Image(22 * scale, 22 * scale)
  image.src = address
  await image.decode()
  const canvas = Object.assign(document.createElement('canvas'), { width: 22 * scale, height: 22 * scale })
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/png')
}

app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false })
  await window.loadURL('data:text/html,<title>Tray icons</title>')
  for (const { name, source, change } of pictures) {
    const svg = withFont(change(fs.readFileSync(path.join(folder, `${source}.svg`), 'utf8')))
    const address = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
    for (const [scale, suffix] of [[1, ''], [2, '@2x']]) {
      const png = await window.webContents.executeJavaScript(`(${draw})(${JSON.stringify(address)}, ${scale})`)
      fs.writeFileSync(path.join(folder, `${name}${suffix}.png`), Buffer.from(png.split(',')[1], 'base64'))
    }
  }
  process.stdout.write(`${pictures.length * 2} pictures in ${path.relative(repository, folder)}\n`)
  app.quit()
}).catch((error) => {
  process.stderr.write(`${error.stack}\n`)
  app.exit(1)
})
