import type { After } from '@main/feed/after'
import type { Transport } from '@main/ports'

/** Longer nobody waits for a picture that may never come. */
const PATIENCE_MS = 3000

interface FirstPicture { transport: Transport, onPictured: () => void }

/**
 * What is kept is shown before the server is asked: reads wait until the page has its first picture (`onPictured`), so that fetching and
 * reading the lists does not take the processor from it.
 */
export function afterFirstPicture(transport: Transport, after: After): FirstPicture {
  let onPictured = () => {}
  const pictured = new Promise<void>((resolve) => { onPictured = resolve })
  after(PATIENCE_MS, onPictured)
  return {
    transport: {
      ...transport,
      async read(url, init) {
        await pictured
        init.signal?.throwIfAborted()
        return transport.read(url, init)
      },
    },
    onPictured,
  }
}
