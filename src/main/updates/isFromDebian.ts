import { readFile } from 'node:fs/promises'

/** What Debian's package manager notes of each package that it put in place: its files, one a line. */
const LIST = '/var/lib/dpkg/info/clinic-reception.list'

/** Whether Debian's package manager put this executable in place. A copy that somebody unpacked is not replaced by a package. */
export const isFromDebian = async (executable: string, list = LIST): Promise<boolean> => {
  try {
    return (await readFile(list, 'utf8')).split('\n').includes(executable)
  } catch {
    return false
  }
}
