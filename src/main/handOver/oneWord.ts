/** A short text that a line break must not take apart, in a narrow column. */
export const oneWord = (text: string): string => text.replaceAll(' ', '\u00a0')
