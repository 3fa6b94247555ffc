/** The words of a list of days: `24 dec, 31 dec`; one per line or with semicolons too. */
export const dayWords = (text: string): string[] => text.split(/[,;\n]/).map((word) => word.trim()).filter(Boolean)
