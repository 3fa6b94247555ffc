/** Where the digits of the scripts begin that people type here: Arabic, eastern Arabic, Devanagari. */
const ZEROS = [0x0660, 0x06F0, 0x0966]

/** A typed text with every digit as 0 to 9. */
export const latinDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F]/g, (digit) => {
    const code = digit.charCodeAt(0)
    return String(code - ZEROS.findLast((zero) => zero <= code)!)
  })
