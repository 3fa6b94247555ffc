import type { Arrival, Fault } from './composedDesk'

/** Deals so with the first `times` requests of a route, `POST api/hospitalstaff/`; the others go to the clinic. */
export function failing(route: string, fault: (arrival: Arrival) => Promise<unknown>, times = 1): Fault {
  let left = times
  return (arrival) => {
    if (arrival.what !== route || left === 0) return undefined
    left -= 1
    return fault(arrival)
  }
}

/** The clinic does it, and nobody hears of it. */
export async function commitThenDrop({ carryOut, response }: Arrival): Promise<void> {
  await carryOut()
  response.destroy()
}

/** The connection breaks before anything is done. */
export async function drop({ response }: Arrival): Promise<void> {
  response.destroy()
}

/** Answers so, without the clinic. */
export const says = (status: number, body: string, headers: Record<string, string> = {}) =>
  async ({ response }: Pick<Arrival, 'response'>): Promise<void> => {
    response.writeHead(status, { 'content-type': body.startsWith('<') ? 'text/html' : 'application/json', ...headers }).end(body)
  }

/** The clinic does it, and answers so. */
export const doesAndSays = (status: number, body: string) => async (arrival: Arrival): Promise<void> => {
  await arrival.carryOut()
  await says(status, body)(arrival)
}

/** The clinic does it, and answers with one byte a second. */
export async function doesAndDrips({ carryOut, response }: Arrival): Promise<void> {
  await carryOut()
  response.writeHead(201, { 'content-type': 'application/json' })
  const timer = setInterval(() => { response.write('{') }, 1000)
  response.on('close', () => { clearInterval(timer) })
}
