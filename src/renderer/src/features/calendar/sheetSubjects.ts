import type { Directory } from '@shared/domain/clinic'
import type { SheetOrder } from '@shared/domain/sheet'
import type { BoardClinic } from './boardClinic'

/** Whom a sheet can be for: all clinics on the board, one clinic, or one doctor. */
export interface SheetSubject { value: string, label: string, hint: string, of: SheetOrder['of'] }

interface Words {
  all: (count: number) => string
  clinicHint: string
  doctorHint: (department: string) => string
}

/** All subjects, the clinics on the board first. */
export function sheetSubjects(board: readonly BoardClinic[], directory: Directory | null, words: Words): SheetSubject[] {
  const clinics = new Map([...board, ...directory?.clinics ?? []].map(({ id, name }) => [id, name]))
  const doctors = new Map(directory?.clinics.flatMap((clinic) => clinic.doctors).map((doctor) => [doctor.id, doctor]))
  const all: SheetSubject = {
    value: 'all', label: words.all(board.length), hint: '', of: { kind: 'clinics', clinicIds: board.map(({ id }) => id) },
  }
  return [
    ...board.length > 0 ? [all] : [],
    ...[...clinics].map(([id, label]): SheetSubject =>
      ({ value: `clinic ${id}`, label, hint: words.clinicHint, of: { kind: 'clinics', clinicIds: [id] } })),
    ...[...doctors.values()].map(({ id, name, department }): SheetSubject =>
      ({ value: `doctor ${id}`, label: name, hint: words.doctorHint(department), of: { kind: 'doctor', doctorId: id } })),
  ]
}
