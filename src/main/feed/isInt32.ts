/** Whether a value is a whole number that fits a column of 32-bit integers, as ids and days are kept. */
export const isInt32 = (value: unknown): value is number => typeof value === 'number' && Object.is(value, value | 0)
