const fields = 'input:not([disabled]), select:not([disabled]), textarea:not([disabled])'

/** Where the focus goes when `root` opens: what asks for it, else the first field, else the first button after the heading. */
export const firstControl = (root: HTMLElement): HTMLElement | null =>
  root.querySelector<HTMLElement>('[autofocus]') ?? root.querySelector<HTMLElement>(fields)
  ?? root.querySelector<HTMLElement>('header ~ * button:not([disabled])') ?? root.querySelector<HTMLElement>('button:not([disabled])')

/** Puts the focus on the first wrong field of `root`. Where none is, it stays, and the alert over the form comes into sight. */
export function focusFirstWrong(root: HTMLElement): void {
  const field = root.querySelector<HTMLElement>('[aria-invalid="true"]')
  if (field) field.focus()
  else root.querySelector('[role=alert]')?.scrollIntoView({ block: 'nearest' })
}
