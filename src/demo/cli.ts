import { startCallRequestArrivals } from './callRequestArrivals'
import { createDemoClinic } from './clinic'
import { parseDemoArguments, usage } from './demoArguments'
import { listen } from './listen'

/** Runs the demo server until Ctrl+C; gives the exit code when it can not start. */
async function runDemoServer(args: readonly string[]): Promise<number | undefined> {
  if (args.includes('--help')) {
    console.log(usage)
    return 0
  }
  const parsed = parseDemoArguments(args)
  if ('wrong' in parsed) {
    console.error(`${parsed.wrong}\n\n${usage}`)
    return 2
  }
  const clinic = createDemoClinic(parsed.options)
  try {
    const { url } = await listen(clinic, { port: parsed.port })
    startCallRequestArrivals(clinic, parsed.options.seed ?? 1)
    console.log(`Server address  ${url}`)
    for (const { email, password, readOnly } of clinic.accounts) {
      console.log(`Email           ${email}\nPassword        ${password}${readOnly ? '  (this account may only read)' : ''}`)
    }
    console.log('Ctrl+C ends it.')
    return undefined
  } catch (error) {
    console.error(whyNot(error, parsed.port))
    return 1
  }
}

function whyNot(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'EADDRINUSE') return `Port ${port} is in use by another program. Choose another one with --port.`
  if (code === 'EACCES') return `Port ${port} needs more rights than you have. Choose one above 1023 with --port.`
  return `The demo server could not start: ${error instanceof Error ? error.message : String(error)}`
}

const code = await runDemoServer(process.argv.slice(2))
if (code !== undefined) process.exitCode = code
