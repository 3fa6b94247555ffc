// Electron looks for this program when its executable stands alone: it starts the application folder named on the command line.
// Electron's own one is not published as a package, so runtimes that we assemble ourselves get this one.
import { app } from 'electron/main'
import fs from 'node:fs'
import { Module, createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const usage = `Electron ${process.versions.electron}\nUsage: electron [switches] [-r module] <application folder or file> [arguments]`

/** Splits the command line: modules to load first (-r), and the first word that is no switch. */
const readCommandLine = (words) => {
  const preloads = []
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]
    if (word === '-r' || word === '--require') preloads.push(words[index += 1])
    else if (word === '-v' || word === '--version') return { preloads, version: true }
    else if (!word.startsWith('-')) return { preloads, target: path.resolve(word) }
  }
  return { preloads }
}

/** Gives the running program the application's name, version and folder, before its first line runs. */
const adopt = (folder) => {
  const file = path.join(folder, 'package.json')
  if (!fs.existsSync(file)) return
  const { name, productName, version, desktopName } = JSON.parse(fs.readFileSync(file, 'utf8'))
  if (version) app.setVersion(version)
  if (productName || name) app.name = productName || name
  app.setDesktopName(desktopName ?? `${app.name}.desktop`)
  app.setAppPath(folder)
}

const start = async (target) => {
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
  const entry = createRequire(import.meta.url).resolve(target)
  app.setAppPath(path.dirname(entry))
  adopt(target)
  await import(pathToFileURL(entry).href)
}

const { preloads, version, target } = readCommandLine(process.argv.slice(1))
if (version) {
  console.log(`v${process.versions.electron}`)
  app.exit(0)
} else if (!target) {
  console.log(usage)
  app.exit(0)
} else {
  try {
    Module._preloadModules(preloads)
    await start(target)
  } catch (error) {
    console.error(`The application could not be started from ${target}:`, error)
    app.exit(1)
  }
}
