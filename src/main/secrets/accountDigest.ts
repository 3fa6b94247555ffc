import { createHash } from 'node:crypto'

/** Who works at the desk: a server and an e-mail address. */
export interface DeskAccount { origin: string, email: string }

/** A name for what is kept by account, of 32 hexadecimal digits: files and preferences do not say whose they are. */
export const accountDigest = ({ origin, email }: DeskAccount): string =>
  createHash('sha256').update(`${origin}\n${email.trim().toLowerCase()}`).digest('hex').slice(0, 32)
