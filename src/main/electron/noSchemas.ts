/** Stands in the build for ajv and ajv-formats, which electron-store uses for a `schema` alone: our settings have one of valibot. */
export class Ajv2020 {
  constructor() {
    throw new Error('electron-store was given a schema')
  }
}

export default { default: () => undefined }
