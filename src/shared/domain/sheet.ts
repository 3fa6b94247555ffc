import * as v from 'valibot'
import { daySchema, idSchema } from './basics'
import { clinicIdsSchema } from './slot'

/** What is to be printed or exported: the published slots of a day, or of the week (Monday to Sunday) that it is in. */
export const sheetOrderSchema = v.strictObject({
  span: v.picklist(['day', 'week']),
  date: daySchema,
  /** A sheet for each of these clinics, or one for all clinics of a doctor. */
  of: v.variant('kind', [
    v.strictObject({ kind: v.literal('clinics'), clinicIds: clinicIdsSchema }),
    v.strictObject({ kind: v.literal('doctor'), doctorId: idSchema }),
  ]),
  /** In letters that are read at arm's length. */
  large: v.boolean(),
})
export type SheetOrder = v.InferOutput<typeof sheetOrderSchema>
