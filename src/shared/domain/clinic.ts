import * as v from 'valibot'
import { appErrorSchema } from '../errors'
import { idSchema } from './basics'
import { stampSchema } from './stamp'

export const doctorSchema = v.strictObject({ id: idSchema, name: v.string(), department: v.string() })
export type Doctor = v.InferOutput<typeof doctorSchema>

/** A clinic and the doctors through whom it was discovered, in the order of the staff list. */
export const clinicSchema = v.strictObject({ id: idSchema, name: v.string(), address: v.string(), doctors: v.array(doctorSchema) })
export type Clinic = v.InferOutput<typeof clinicSchema>

/** What is known of doctors and their clinics. Grows while the doctors are being asked one by one. */
export const directorySchema = v.strictObject({
  /** In the order of their first doctors; shared clinics once. */
  clinics: v.array(clinicSchema),
  /** Known from before and named by no doctor any more, while all doctors have answered. */
  gone: v.array(clinicSchema),
  /** Doctors whose clinics are known, and all doctors. */
  asked: v.number(),
  doctors: v.number(),
  /** Doctors whose clinics could not be fetched, with the reason. */
  failures: v.array(v.strictObject({ doctor: doctorSchema, error: appErrorSchema })),
  stamp: stampSchema,
})
export type Directory = v.InferOutput<typeof directorySchema>
