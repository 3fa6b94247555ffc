import { daysInPage } from './daysInPage.mjs'
import { clinicIds } from './openApp.mjs'

/** Fetches all clinics anew, and answers the milliseconds until the last of them is there: fetched, checked, indexed and at hand. */
export const refreshed = async (app, clinics) => {
  await daysInPage(app.page)
  return app.page.evaluate(refreshedInPage, { ids: clinicIds(clinics), date: new Date().toISOString().slice(0, 10) })
}

const refreshedInPage = async ({ ids, date }) => {
  const stamps = async () => (await globalThis.benchDays.askDay({ date, clinicIds: ids })).columns.map(({ stamp }) => stamp)
  const before = await stamps()
  const begun = performance.now()
  const { ok } = await window.desk.invoke('sync:now')
  if (!ok) throw new Error('it could not be fetched anew')
  for (;;) {
    const now = await stamps()
    if (now.some(({ failed }) => failed)) throw new Error(`a clinic failed: ${JSON.stringify(now.find(({ failed }) => failed).failed)}`)
    if (now.every(({ fetchedAt, loading }, at) => !loading && fetchedAt > before[at].fetchedAt)) return performance.now() - begun
    await new Promise((resolve) => { setTimeout(resolve, 20) })
  }
}

/** The same lists fetched in the same process over the same network stack and parsed, and nothing else: as many at once. Milliseconds. */
export const onlyFetched = (app, url, { clinics, lanes }) => app.main(async ({ session }, { base, ids, width }) => {
  const own = session.fromPartition('bench', { cache: false })
  const left = [...ids]
  const begun = performance.now()
  await Promise.all(Array.from({ length: width }, async () => {
    for (let id = left.shift(); id !== undefined; id = left.shift()) {
      const answer = await own.fetch(`${base}?clinic_id=${id}`, { headers: { authorization: 'Bearer x' }, credentials: 'omit' })
      JSON.parse(await answer.text())
    }
  }))
  return performance.now() - begun
}, { base: `${url}/v1/api/integrate/api/clinic-appointment-slots/`, ids: clinicIds(clinics), width: lanes })
