/**
 * A file of the desktop's "Autostart" folder that runs a command of these words, each quoted as the "Desktop Entry" specification asks:
 * in double quotes with backslashes inside, those doubled once more for the file, and `%` doubled.
 */
export function autostartEntry(name: string, words: readonly string[]): string {
  const command = words.map(quoted).join(' ').replaceAll('\\', '\\\\')
  return ['[Desktop Entry]', 'Type=Application', `Name=${name}`, `Exec=${command}`, 'Terminal=false', ''].join('\n')
}

const quoted = (word: string) => `"${word.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`
