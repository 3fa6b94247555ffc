import fs from 'node:fs'
import path from 'node:path'

const inside = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/

/** A build plugin that writes the folders of all packages whose code is in the build, relative to `root`, one a line, into `file`. */
export const bundledPackages = (root, file) => ({
  name: 'bundled-packages',
  generateBundle() {
    const folders = new Set()
    for (const id of this.getModuleIds()) {
      const found = inside.exec(id.replace(/^\0/, '').split('?')[0])
      if (found && fs.existsSync(path.join(found[1], 'package.json'))) folders.add(path.relative(root, found[1]).replaceAll('\\', '/'))
    }
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, [...folders].sort().join('\n'))
  },
})
