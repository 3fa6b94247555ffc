import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const NAMES = ['clinic-try-one', 'clinic-try-two', 'clinic-try-three']

const run = (command, ...words) => {
  const { status, stdout, stderr } = spawnSync(command, words, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${words.join(' ')}: ${stderr}`)
  return stdout
}

const removePeople = () => {
  for (const name of NAMES) spawnSync('userdel', ['--remove', name])
}

/** A person with a home: { home, own }; `own` gives them a file or a folder with all in it. */
const person = (name) => {
  run('useradd', '--create-home', '--home-dir', `/home/${name}`, '--shell', '/usr/sbin/nologin', name)
  const home = `/home/${name}`
  return { home, own: () => run('chown', '--recursive', '--no-dereference', `${name}:`, home) }
}

const write = (file) => {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, 'x')
  return file
}

/**
 * Three people: one has all that the program keeps, another's profile is a link to a folder elsewhere, and a third one's settings are a
 * link to root's. Answers { kept: what is the program's, foreign: what is not, link }.
 */
const peopleWithProfiles = (folder) => {
  removePeople()
  const [one, two, three] = NAMES.map(person)
  const kept = [
    '.config/Clinic Reception/desk/master.key', '.config/autostart/clinic-reception.desktop', '.cache/clinic-reception-updater/pending/update.deb',
  ].map((name) => write(path.join(one.home, name)))
  const foreign = [
    write(path.join(one.home, '.config/Another Program/settings')), write(path.join(two.home, 'precious/desk/letter')),
    write(path.join(folder, 'of-root/Clinic Reception/secret')),
  ]
  const link = path.join(two.home, '.config/Clinic Reception')
  fs.mkdirSync(path.dirname(link))
  fs.symlinkSync(path.join(two.home, 'precious'), link)
  fs.symlinkSync(path.join(folder, 'of-root'), path.join(three.home, '.config'))
  for (const { own } of [one, two, three]) own()
  return { kept, foreign, link }
}

/** Names of what belongs to the program, in all places where a package puts things. */
export const traces = () => run('find', '/etc', '/opt', '/usr', '/var/lib', '/var/log', '/srv', '-xdev', '-iname', '*clinic?reception*')
  .split('\n').filter(Boolean)

/**
 * Removes the installed package in all ways. `apt` runs apt-get with words and variables; `file` is the package; `before`: the traces that
 * there were before it was ever installed.
 */
export const removeInAllWays = (claim, { apt, file, folder, before }) => {
  const is = (places) => places.map((place) => fs.existsSync(place))
  const all = (places) => is(places).every(Boolean)
  const none = (places) => !is(places).some(Boolean)
  try {
    const { kept, foreign, link } = peopleWithProfiles(folder)
    apt(['remove', 'clinic-reception'])
    claim('removal', all(kept) && !fs.existsSync('/opt/Clinic Reception'), 'removed, it leaves people their profiles')
    apt(['purge', 'clinic-reception'], { CLINIC_KEEP_PROFILES: '1' })
    claim('removal', all(kept), 'purged, it leaves them when it is told to')
    apt(['install', file])
    apt(['purge', 'clinic-reception'])
    claim('removal', none(kept), 'purged without a word, it takes them all')
    claim('removal', all(foreign) && !fs.lstatSync(link, { throwIfNoEntry: false }), 'where a profile or its folder is a link, what that leads to stays')
    const left = traces().filter((place) => !before.includes(place))
    claim('removal', left.length === 0, left.length === 0 ? 'no trace of it is left on the system' : `left behind: ${left.join(', ')}`)
  } finally {
    removePeople()
  }
}
