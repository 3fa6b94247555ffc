/** A size from tokens.css in pixels, by the text size and the density of now; `rem` where there is no style sheet. */
export function tokenPixels(name: `--${string}`, rem: number): number {
  const root = getComputedStyle(document.documentElement)
  const text = root.getPropertyValue(name).trim()
  const size = Number.parseFloat(text)
  if (text.endsWith('px')) return size
  return (Number.isNaN(size) ? rem : size) * (Number.parseFloat(root.fontSize) || 16)
}
