import { BrowserWindow, session, type Session, type WebContents } from 'electron'
import { inTurn } from '../inTurn'
import type { Paper, Press } from '../ports'
import { escaped } from '../sheets/escaped'
import { paperFamilies } from '../sheets/paperStyle'
import type { PaperFonts } from './paperFonts'

/** Scheme of the documents' own pages; no other page can reach them. */
export const paperScheme = 'paper'

const address = `${paperScheme}://sheet/`
const policy = "default-src 'none'; style-src 'self'; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** Room at the edges, in inches: what home printers leave white, and the foot. */
const margins = { top: 0.5, bottom: 0.7, left: 0.55, right: 0.55 }

/**
 * Lays documents out in a window that nobody sees: sandboxed, without scripts, in an in-memory session of its own that serves the one
 * document and reaches nothing else.
 */
export function electronPress(fontsFor: PaperFonts): Press {
  const turn = inTurn()
  let open: Session | undefined
  let laid: Paper | undefined

  function own(): Session {
    open ??= closedTo(session.fromPartition('paper', { cache: false }), () => laid)
    return open
  }

  const on = <T>(paper: Paper, task: (contents: WebContents) => Promise<T>) => turn(async () => {
    laid = { ...paper, css: await fontsFor(paper.html) + paper.css }
    const window = new BrowserWindow({
      show: false, title: paper.title,
      webPreferences: { session: own(), sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false, devTools: false },
    })
    try {
      await window.loadURL(address)
      return await task(window.webContents)
    } finally {
      window.destroy()
      laid = undefined
    }
  })

  return {
    pdf: (paper) => on(paper, async (contents) => contents.printToPDF({
      pageSize: 'A4', landscape: paper.landscape, printBackground: true, margins, generateTaggedPDF: true,
      displayHeaderFooter: true, headerTemplate: '<span></span>', footerTemplate: footOf(paper, await fontsFor(paper.foot + paper.page)),
    })),
    print: (paper) => on(paper, (contents) => new Promise((resolve, reject) => {
      // Chromium writes the number of the page and of all pages beside these words.
      const options = { landscape: paper.landscape, printBackground: true, pageSize: 'A4' as const, header: paper.title, footer: paper.foot }
      contents.print(options, (isDone, reason) => {
        if (isDone || /cancel/i.test(reason)) resolve(isDone)
        else reject(new Error(reason))
      })
    })),
  }
}

function closedTo(of: Session, laid: () => Paper | undefined): Session {
  of.webRequest.onBeforeRequest(({ url }, answer) => { answer({ cancel: !url.startsWith(address) }) })
  of.protocol.handle(paperScheme, ({ url }) => {
    const paper = laid()
    const found = paper && (url === address ? served(paper.html, 'html') : url === `${address}sheet.css` ? served(paper.css, 'css') : undefined)
    return found ?? new Response(null, { status: 404 })
  })
  return of
}

const served = (text: string, type: 'html' | 'css') => new Response(text, {
  headers: { 'Content-Type': `text/${type}; charset=utf-8`, 'Content-Security-Policy': policy, 'X-Content-Type-Options': 'nosniff' },
})

/** Chromium fills in the two numbers by the names of their classes; its own style makes them too small to read. */
const footOf = ({ foot, page, direction }: Paper, fonts: string) => `<style>${fonts}</style>
<div dir="${direction}" style="width: 100%; margin: 0 0.55in; display: flex; justify-content: space-between; font: 8pt ${paperFamilies.replaceAll('"', "'")}; color: #444">
<span>${escaped(foot)}</span><span style="white-space: nowrap">${numbered(page)}</span></div>`

const numbered = (page: string) => escaped(page).replace('{n}', '<span class="pageNumber"></span>').replace('{m}', '<span class="totalPages"></span>')
