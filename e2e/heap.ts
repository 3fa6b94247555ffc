import type { Page } from 'playwright-core'

/** Whether a text is anywhere in the page's JavaScript heap, after what nobody refers to was collected. */
export async function heapHolds(page: Page, text: string): Promise<boolean> {
  const client = await page.context().newCDPSession(page)
  let snapshot = ''
  client.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => { snapshot += chunk })
  await client.send('HeapProfiler.enable')
  await client.send('HeapProfiler.collectGarbage')
  await client.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await client.detach()
  return snapshot.includes(JSON.stringify(text).slice(1, -1))
}
