import { describe, expect, it } from 'vitest'
import { checkNode } from './node.mjs'

describe('checkNode', () => {
  it.each(['v20.19.0', 'v20.20.2', 'v22.0.0', 'v24.1.0'])('is content with %s', (version) => {
    expect(() => checkNode(version, '>=20.19')).not.toThrow()
  })

  it.each(['v20.18.3', 'v18.20.0', 'v16.0.0'])('refuses %s and says which one is needed', (version) => {
    expect(() => checkNode(version, '>=20.19')).toThrow(`Node 20.19 or newer is needed, and this is Node ${version.slice(1)}. Install`)
  })
})
