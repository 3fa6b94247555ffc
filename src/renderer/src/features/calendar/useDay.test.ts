// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { packDay, type PackedDay } from '@shared/domain/packedDay'
import type { DayQuery } from '@shared/domain/slot'
import { emptyStamp } from '@shared/domain/stamp'
import type { Bridge } from '@shared/ipc/contract'
import { useDay } from './useDay'

const answer = ({ date, clinicIds }: DayQuery): PackedDay => packDay({
  date,
  columns: clinicIds.map((clinicId) => ({
    clinicId, ids: Int32Array.of(clinicId), starts: Int32Array.of(600), ends: Int32Array.of(1200), stamp: { ...emptyStamp, fetchedAt: 1 },
  })),
})

/** A main process that answers when it is told to. */
function slowDesk() {
  const asked: { query: DayQuery, reply: () => Promise<void>, fail: () => Promise<void> }[] = []
  let hint: ((payload: { clinicIds: number[] }) => void) | undefined
  const settle = async (act: () => void) => {
    act()
    await vi.advanceTimersByTimeAsync(0)
  }
  const desk: Bridge = {
    invoke: (call, input) => new Promise((resolve) => {
      const query = input as DayQuery
      if (call === 'slots:look') return resolve({ ok: true, value: answer(query) })
      asked.push({
        query,
        reply: () => settle(() => resolve({ ok: true, value: answer(query) })),
        fail: () => settle(() => resolve({ ok: false, error: { kind: 'timeout' } })),
      })
    }),
    on: (_event, listener) => {
      hint = listener as typeof hint
      return () => { hint = undefined }
    },
  }
  return { desk, asked, hint: (...clinicIds: number[]) => hint?.({ clinicIds }), isHeard: () => hint !== undefined }
}

describe('useDay', () => {
  let main: ReturnType<typeof slowDesk>
  let day: ReturnType<typeof useDay>
  let close: () => void

  beforeEach(() => {
    vi.useFakeTimers()
    setActivePinia(createPinia())
    main = slowDesk()
    Object.assign(window, { desk: main.desk })
    day = useDay()
    close = day.open()
  })
  afterEach(() => {
    close()
    vi.useRealTimers()
  })

  it('waits until the wanted day is there, and says so while another is still held', async () => {
    void day.show({ date: '2026-11-23', clinicIds: [1] })
    expect(day.waiting).toBe(true)
    await main.asked[0]!.reply()
    expect(day.waiting).toBe(false)
    void day.show({ date: '2026-11-24', clinicIds: [1] })
    expect(day.shown?.date).toBe('2026-11-23')
    expect(day.waiting).toBe(true)
  })

  it('drops the answer for a day that was left, in whatever order answers come', async () => {
    void day.show({ date: '2026-11-23', clinicIds: [1] })
    void day.show({ date: '2026-11-24', clinicIds: [1] })
    await main.asked[1]!.reply()
    await main.asked[0]!.reply()
    expect(day.shown?.date).toBe('2026-11-24')
    expect(day.waiting).toBe(false)
  })

  it('asks at once at a hint and once more for all that follow it, and not for clinics that are not shown', async () => {
    void day.show({ date: '2026-11-23', clinicIds: [1, 2] })
    await main.asked[0]!.reply()
    main.hint(7)
    await vi.advanceTimersByTimeAsync(1000)
    expect(main.asked).toHaveLength(1)
    main.hint(1)
    expect(main.asked).toHaveLength(2)
    expect(main.asked[1]!.query).toEqual({ date: '2026-11-23', clinicIds: [1, 2] })
    await main.asked[1]!.reply()
    main.hint(2)
    main.hint(1)
    await vi.advanceTimersByTimeAsync(1000)
    expect(main.asked).toHaveLength(3)
    await main.asked[2]!.reply()
    await vi.advanceTimersByTimeAsync(1000)
    expect(main.asked).toHaveLength(3)
  })

  it('asks again after a request that was under way when the hint came', async () => {
    void day.show({ date: '2026-11-23', clinicIds: [1] })
    main.hint(1)
    await vi.advanceTimersByTimeAsync(300)
    expect(main.asked).toHaveLength(1)
    await main.asked[0]!.reply()
    await vi.advanceTimersByTimeAsync(300)
    expect(main.asked).toHaveLength(2)
  })

  it('shows a day beside the shown one at once, and asks for it all the same', async () => {
    void day.show({ date: '2026-11-23', clinicIds: [1] })
    await main.asked[0]!.reply()
    await vi.advanceTimersByTimeAsync(1000)
    void day.show({ date: '2026-11-24', clinicIds: [1] })
    expect([day.waiting, day.shown?.date]).toEqual([false, '2026-11-24'])
    const column = day.shown?.columns.get(1)
    await main.asked[1]!.reply()
    expect(day.shown?.columns.get(1)).toBe(column)
    void day.show({ date: '2026-11-26', clinicIds: [1] })
    expect([day.waiting, day.shown?.date]).toEqual([true, '2026-11-24'])
  })

  it('keeps what it has when a later request fails', async () => {
    void day.show({ date: '2026-11-23', clinicIds: [1] })
    await main.asked[0]!.reply()
    main.hint(1)
    await vi.advanceTimersByTimeAsync(300)
    await main.asked[1]!.fail()
    expect(day.error).toEqual({ kind: 'timeout' })
    expect(day.shown?.columns.get(1)?.slots.starts).toEqual(Int32Array.of(600))
  })

  it('starts empty when it is opened again, and hears nothing once closed', async () => {
    void day.show({ date: '2026-11-23', clinicIds: [1] })
    await main.asked[0]!.reply()
    close()
    expect(main.isHeard()).toBe(false)
    close = day.open()
    expect(day.shown).toBeNull()
  })
})
