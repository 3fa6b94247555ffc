/** What may be wrong in a line; the keys of the locale files under `planner.line`. */
export const lineFaultCodes = [
  'unknown', 'unknownNear', 'numberAlone', 'timeAlone', 'dateAlone', 'twice',
  'notAWeekday', 'notHours', 'notATime', 'endBeforeStart', 'breakWithoutHours',
  'lengthMissing', 'notALength', 'everyMissing', 'everyRange', 'weeksRange',
  'dateMissing', 'notADate', 'noSuchDay',
  'skipMissing', 'unknownHolidays', 'unknownHolidaysNear', 'noHolidays',
  'targetMissing', 'unknownTarget', 'unknownTargetNear', 'ambiguousClinic', 'ambiguousDepartment', 'otherNumber', 'departmentToo', 'quoteOpen',
] as const
export type LineFaultCode = (typeof lineFaultCodes)[number]

/** Something wrong, or worth saying, about the characters `from` up to `to` of a line. `params` fill its sentence. */
export interface LineFault { from: number, to: number, code: LineFaultCode, params: Record<string, string> }
