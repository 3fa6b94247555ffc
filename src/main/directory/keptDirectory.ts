import * as v from 'valibot'
import { idSchema } from '@shared/domain/basics'
import { clinicSchema, doctorSchema } from '@shared/domain/clinic'

/** The directory as it is kept for the next start: the doctors, what each of them answered, and the clinics that had vanished. */
export const keptDirectorySchema = v.strictObject({
  doctors: v.array(doctorSchema),
  unusable: v.number(),
  answers: v.array(v.strictObject({
    doctorId: idSchema,
    rows: v.array(v.strictObject({ id: idSchema, name: v.string(), address: v.string() })),
    unusable: v.number(),
  })),
  gone: v.array(clinicSchema),
})
export type KeptDirectory = v.InferOutput<typeof keptDirectorySchema>
