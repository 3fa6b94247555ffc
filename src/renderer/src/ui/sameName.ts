const plain = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase()

/** Whether a name that was typed to confirm a deletion is the one that is meant: case, spaces and Unicode form are forgiven. */
export const sameName = (typed: string, name: string): boolean => plain(typed) === plain(name)
