import * as fs from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { policySchema, type Policy, type PolicyState } from '@shared/domain/policy'

export interface FoundPolicy { policy: Policy, told: PolicyState }

/** Where administrators put the file, by system. */
export function policyFile(platform: NodeJS.Platform): string {
  // Not from the environment: whoever sets a variable of their own would get rid of the policy.
  if (platform === 'win32') return 'C:\\ProgramData\\Clinic Reception\\policy.json'
  return platform === 'darwin' ? '/Library/Application Support/Clinic Reception/policy.json' : '/etc/clinic-reception/policy.json'
}

/**
 * What the administrator fixed. A file that the person at the computer may write is nobody's word and is left out, as is one that is not
 * wholly understood: both are told. Never throws.
 */
export function readPolicy(file: string): FoundPolicy {
  const without = (state: PolicyState['state']): FoundPolicy => ({ policy: {}, told: { state, file, fixed: [] } })
  try {
    const text = fs.readFileSync(file, 'utf8')
    if (isWritable(file) || isWritable(path.dirname(file))) return without('writable')
    const read = v.safeParse(v.pipe(v.string(), v.parseJson(), policySchema), text)
    if (!read.success) return without('broken')
    return { policy: read.output, told: { state: 'holds', file, fixed: Object.keys(read.output) as (keyof Policy)[] } }
  } catch (cause) {
    return without((cause as NodeJS.ErrnoException).code === 'ENOENT' ? 'none' : 'broken')
  }
}

/** Root may write everything: for it the mode says who else may. */
function isWritable(place: string): boolean {
  if (process.getuid?.() === 0) return (fs.statSync(place).mode & 0o022) !== 0
  try {
    fs.accessSync(place, fs.constants.W_OK)
    // On Windows `access` knows the read-only mark alone.
    if (process.platform === 'win32' && fs.statSync(place).isFile()) fs.closeSync(fs.openSync(place, 'r+'))
    return true
  } catch {
    return false
  }
}
