import type { Handler, Handlers } from '@main/ipc/router'
import type { Call } from '@shared/ipc/contract'
import type { Audit } from './audit'

/** Calls by which something leaves the program, when they answer that it did. */
const leaving: Partial<Record<Call, 'exported' | 'printed'>> = {
  'sheets:print': 'printed', 'sheets:savePdf': 'exported', 'sheets:saveCsv': 'exported', 'pack:writeNow': 'exported',
  'handOver:print': 'printed', 'handOver:savePdf': 'exported',
  'activity:export': 'exported', 'activity:copy': 'exported', 'audit:export': 'exported', 'app:saveDiagnostics': 'exported',
}

/** The same calls, with a note of what is printed, saved or copied. */
export function audited(handlers: Handlers, note: Audit['note']): Handlers {
  const noting = ([call, handler]: [Call, Handler<Call>]) => {
    const what = leaving[call]
    const run: Handler<Call>['run'] = async (input) => {
      const answer = await handler.run(input)
      if (what && answer !== false) note(what)
      return answer
    }
    return [call, { ...handler, run }]
  }
  return Object.fromEntries((Object.entries(handlers) as [Call, Handler<Call>][]).map(noting)) as Handlers
}
