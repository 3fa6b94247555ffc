import type { AppError, AppErrorOf } from '@shared/errors'

export interface PlacedErrors<F extends string> {
  fields: Partial<Record<F, string>>
  /** What belongs to no field of the form; undefined when every word has found its field. */
  top: string | undefined
}

interface Places<F extends string> {
  fields: readonly F[]
  /** The API's names, where they differ from the form's. */
  serverFields?: Record<string, F> | undefined
  fieldOf?: ((error: AppError) => F | undefined) | undefined
  sentence: (error: AppError) => string
}

/** Puts the words of a failed attempt beside the fields that they are about, and everything else on top. */
export function placeErrors<F extends string>(error: AppError | undefined, places: Places<F>): PlacedErrors<F> {
  if (!error) return { fields: {}, top: undefined }
  const one = places.fieldOf?.(error)
  if (one) return { fields: { [one]: places.sentence(error) } as Partial<Record<F, string>>, top: undefined }
  return error.kind === 'invalid' ? placeInvalid(error, places) : { fields: {}, top: places.sentence(error) }
}

function placeInvalid<F extends string>({ fields: said }: AppErrorOf<'invalid'>, places: Places<F>): PlacedErrors<F> {
  const placed: Partial<Record<F, string>> = {}
  const unplaced: string[] = []
  for (const [name, messages] of Object.entries(said)) {
    const field = fieldNamed(name, places)
    if (field) placed[field] = [placed[field], ...messages].filter(Boolean).join(' ')
    // Without its name nobody would know what the message is about.
    else unplaced.push([name, messages.join(' ')].filter(Boolean).join(': '))
  }
  const nothingPlaced = Object.keys(placed).length === 0
  const top = unplaced.length > 0 || nothingPlaced ? places.sentence({ kind: 'invalid', fields: { '': unplaced } }) : undefined
  return { fields: placed, top }
}

const fieldNamed = <F extends string>(name: string, { fields, serverFields }: Places<F>): F | undefined =>
  (serverFields && Object.hasOwn(serverFields, name) ? serverFields[name] : fields.find((field) => field === name))
