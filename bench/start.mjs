import { newFolder } from './frame/newFolder.mjs'
import { preparedProfile } from './frame/preparedProfile.mjs'
import { startAgainstEmpty } from './frame/startAgainstEmpty.mjs'
import { emptyWindow } from './frame/startProgram.mjs'

export const measurement = {
  about: 'From the start until the kept board of 25 x 48 slots is painted and has answered a key, against an empty window in the same Electron.',
  async measure(runtime) {
    const prepared = await preparedProfile(runtime)
    const bare = newFolder()
    try {
      return await startAgainstEmpty(runtime, {
        program: () => ({ start: prepared.start }), empty: () => ({ start: emptyWindow(runtime, bare.folder) }), most: 1.3,
      })
    } finally {
      await prepared.close()
      bare.remove()
    }
  },
}
