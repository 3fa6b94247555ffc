import { newFolder } from './frame/newFolder.mjs'
import { startAgainstEmpty } from './frame/startAgainstEmpty.mjs'
import { emptyWindow, switches } from './frame/startProgram.mjs'

/** The form with the cursor in its first field, and after the key what was typed there. */
const signIn = {
  shown: "document.activeElement?.matches('form input')",
  answered: "document.querySelector('form input').value === 'x'",
  key: { key: 'x', code: 'KeyX' },
}

export const measurement = {
  about: 'From the start with an empty profile until the sign-in is painted and has taken a key, against an empty window in the same Electron.',
  measure: (runtime) => startAgainstEmpty(runtime, {
    program() {
      const { folder, remove } = newFolder()
      return { start: { args: [...switches(runtime, folder), runtime.root], ...signIn }, done: remove }
    },
    empty() {
      const { folder, remove } = newFolder()
      return { start: emptyWindow(runtime, folder), done: remove }
    },
    most: 1.25,
  }),
}
