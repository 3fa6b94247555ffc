/* Runs in the page. Each frame is asked whether it shows what is waited for; the first task after it is when it was painted. */
const arm = (holds, given) => {
  let pressed
  addEventListener('keydown', (event) => { pressed = event.timeStamp }, { capture: true, once: true })
  globalThis.benchTime = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(pressed === undefined ? 'the key did not arrive' : 'the key did not show within half a minute')), 30_000)
    const look = () => {
      if (pressed === undefined || !holds(given)) return requestAnimationFrame(look)
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve(performance.now() - pressed)
      port2.postMessage(0)
    }
    requestAnimationFrame(look)
  })
}

/**
 * Presses a key for real and answers the milliseconds from its arrival until the page that `holds` was painted. `holds` is a
 * function of the page, without anything from outside it; `prepare` is another one, whose answer it gets.
 */
export const keyToPaint = async (page, key, { prepare, holds }) => {
  const given = prepare ? await page.evaluate(prepare) : null
  await page.evaluate(`(${arm})(${holds}, ${JSON.stringify(given)})`)
  await page.keyboard.press(key)
  return page.evaluate(() => globalThis.benchTime)
}
