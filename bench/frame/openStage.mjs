import path from 'node:path'
import { openDriven } from '../../scripts/start/openDriven.mjs'

/** Opens a page of ours in the empty program. Answers as openDriven. */
export const openStage = ({ electron, sandboxed, env }, page) =>
  openDriven(electron, { root: path.join(import.meta.dirname, 'stage'), sandboxed, env, rest: ['--force-prefers-reduced-motion', `--page=${page}`] })
