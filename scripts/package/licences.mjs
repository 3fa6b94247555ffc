import fs from 'node:fs'
import path from 'node:path'
import { SetupFailure } from '../bootstrap/failure.mjs'

/** What may be in the program: licences that ask for nothing but to be named, and one of fonts. */
const allowed = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'BlueOak-1.0.0', 'OFL-1.1', 'MPL-2.0', 'Python-2.0'])

const builds = ['main', 'preload', 'renderer']
/** Where a build writes which packages are in it. */
export const listOf = (root, build) => path.join(root, 'out', `.packages-${build}`)

const textIn = (folder) => {
  const name = fs.readdirSync(folder).find((each) => /^licen[cs]e(\.(md|txt|mit))?$/i.test(each))
  return name ? fs.readFileSync(path.join(folder, name), 'utf8').trim() : ''
}

const licenceOf = (root, place) => {
  const folder = path.join(root, place)
  const { name, version, license, homepage } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
  return { name, version, licence: typeof license === 'string' ? license : license?.type ?? '', homepage: homepage ?? '', text: textIn(folder) }
}

/** Those of `licences` that the allow-list does not know: neither they nor, joined by OR, one of their choices. */
export const refused = (licences) => licences.filter(({ licence }) =>
  !licence.replace(/[()]/g, '').split(/ OR /i).some((each) => each.split(/ AND /i).every((one) => allowed.has(one.trim()))))

/**
 * Writes out/licences.json for what was built: { name, version, licence, homepage, text } of each package whose code is in it, and of
 * Electron, by name. Throws SetupFailure when one is not on the allow-list.
 */
export const writeLicences = (root) => {
  const places = builds.flatMap((build) => fs.readFileSync(listOf(root, build), 'utf8').split('\n').filter(Boolean))
  const licences = [...new Set([...places, 'node_modules/electron'])].map((place) => licenceOf(root, place))
    .filter((one, index, all) => index === all.findIndex(({ name, version }) => name === one.name && version === one.version))
    .sort((one, other) => one.name.localeCompare(other.name))
  const wrong = refused(licences)
  if (wrong.length > 0) {
    throw new SetupFailure(`Licences that are not allowed: ${wrong.map(({ name, licence }) => `${name} (${licence})`).join(', ')}.`, 'See scripts/package/licences.mjs.')
  }
  fs.writeFileSync(path.join(root, 'out', 'licences.json'), JSON.stringify(licences))
}
