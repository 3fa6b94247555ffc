/** Who may sign in. `id` is the token's `user_id`. */
export interface Account { id: number, email: string, password: string, readOnly: boolean, active: boolean }

/** The demo clinic's two accounts: the reception, which may do everything, and one that may only read. */
export const demoAccounts = (): [Account, Account] => [
  { id: 1, email: 'reception@demo-clinic.example', password: 'reception-demo', readOnly: false, active: true },
  { id: 2, email: 'viewer@demo-clinic.example', password: 'viewer-demo', readOnly: true, active: true },
]

/** The active account of this e-mail (case and surrounding space do not count) and password. */
export const accountOf = (accounts: readonly Account[], email: string, password: string): Account | undefined =>
  accounts.find((account) => account.active && account.password === password && sameEmail(account.email, email))

const sameEmail = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()
