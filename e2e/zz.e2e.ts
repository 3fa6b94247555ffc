import { mkdirSync } from 'node:fs'
import { it } from 'vitest'
import { openClinic } from './clinic'
import { ask, openDesk, type Desk } from './desk'
import { screens } from './everyScreen'

const size = async (desk: Desk, w: number, h: number) => { for (let i = 0; i < 5; i++) try { await desk.app.evaluate(({ BrowserWindow }, [x, y]) => { BrowserWindow.getAllWindows()[0]!.setContentSize(x!, y!); return 1 }, [w, h]); return } catch { /* again */ } }
const marks = (desk: Desk, m: Record<string, string>) => desk.page.evaluate((given) => {
  for (const name of ['theme', 'contrast', 'density']) { if (given[name]) document.documentElement.dataset[name] = given[name]; else delete document.documentElement.dataset[name] }
}, m)
const wait = (ms: number) => new Promise((r) => { setTimeout(r, ms) })
it('pics', async () => {
  const clinic = await openClinic(); const desk = await openDesk()
  const { page } = desk
  await size(desk, 1280, 800)
  let n = 0
  for (const screen of screens) {
    n += 1
    if (n !== 3 && n !== 14 && n < 25) continue
    try { await screen.open(desk, clinic) } catch (e) { console.log('FAILED', screen.name, String(e).slice(0, 200)); continue }
    if (n < 25) continue
    const name = `${String(n).padStart(2, '0')}-${screen.name.replaceAll(/\W+/g, '-')}`
    const shot = async (v: string) => { mkdirSync(`/tmp/pics/${v}`, { recursive: true }); await wait(250); await page.screenshot({ path: `/tmp/pics/${v}/${name}.png` }) }
    await wait(400)
    await marks(desk, { theme: 'light' }); await shot('light')
    await marks(desk, { theme: 'dark', density: 'compact' }); await shot('darkcompact')
    await marks(desk, { theme: 'light', contrast: 'more' }); await shot('hclight')
    await marks(desk, { theme: 'dark', contrast: 'more' }); await shot('hcdark')
    await marks(desk, { theme: 'light' })
    await page.emulateMedia({ forcedColors: 'active' }); await shot('forced'); await page.emulateMedia({ forcedColors: 'none' })
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%' }); await wait(200); await shot('text200')
    const wide = await page.evaluate(() => [document.documentElement.scrollWidth > innerWidth ? 'PAGE' : '', ...[...document.querySelectorAll<HTMLElement>('main *, [role=dialog] *')].filter((e) => { const s = getComputedStyle(e); return e.scrollWidth > e.clientWidth + 1 && /auto|scroll/.test(s.overflowX) && e.clientWidth > 0 }).map((e) => `${e.className || e.tagName}:${e.scrollWidth - e.clientWidth}`)].filter(Boolean))
    if (wide.length) console.log('WIDE', screen.name, wide.slice(0, 6).join(' '))
    await page.evaluate(() => { document.documentElement.style.fontSize = '' })
    try {
      await ask(page, 'settings:change', { language: 'ar' }); await wait(500); await marks(desk, { theme: 'light' }); await shot('ar')
      await size(desk, 1024, 700); await ask(page, 'settings:change', { language: 'hi' }); await wait(600); await marks(desk, { theme: 'dark' }); await shot('hi1024')
      await ask(page, 'settings:change', { language: 'en' }); await wait(300)
    } catch (e) { await shot('x'); console.log('LANG', screen.name, String(e).slice(0, 100)) }
    await size(desk, 1280, 800); await marks(desk, { theme: 'light' }); await wait(200)
  }
  await desk.close(); await clinic.close()
}, 1_500_000)
