/** A failure that a person can act on: what happened, then what to do. Shown as it is, without a stack trace. */
export class SetupFailure extends Error {
  constructor(sentence, advice) {
    super(`${sentence} ${advice}`)
    this.name = 'SetupFailure'
    this.sentence = sentence
  }
}

const again = 'then run the same command again.'

const causes = [
  {
    seen: /code EUSAGE/,
    sentence: (task) => `${task} failed: package-lock.json does not fit package.json.`,
    advice: 'Bring both to the same state of the repository, or run npm install if you changed package.json.',
  },
  {
    seen: /ENOSPC|EDQUOT|no space left|not enough (free )?space|disk quota/i,
    sentence: (task, place) => `${task} failed: there is no space left on the disk that holds ${place}.`,
    advice: `Free about 1 GB there, ${again}`,
  },
  {
    seen: /EINTEGRITY|checksum/i,
    sentence: (task) => `${task} failed: what was downloaded does not match its checksum and was thrown away.`,
    advice: 'Run the same command again; if it happens again, ask whoever runs your proxy or package mirror.',
  },
  {
    seen: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT|network is unreachable|could not resolve|fetch failed/i,
    sentence: (task) => `${task} failed: the network or the package server can not be reached.`,
    advice: `Connect to the network (or set the proxy), ${again}`,
  },
  {
    seen: /EACCES|EPERM|EROFS|permission denied/i,
    sentence: (task, place) => `${task} failed: you may not write to ${place}.`,
    advice: `Make it yours, or run as its owner, ${again}`,
  },
]

/** The first line that says something: npm and Node put codes before it and stacks or hints after it. */
const gist = (text) => {
  const lines = text.split('\n').map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim())
  return lines.find((line) => line !== '' && !/^(code|errno|syscall|path) |^A complete log/.test(line)) ?? 'it ended without a word'
}

/**
 * Turns an error, or what a failed command printed, into a SetupFailure.
 * `task` says what was being done ("Installing the packages"), `place` is the folder that it wrote to.
 */
export const explain = (cause, { task, place }) => {
  if (cause instanceof SetupFailure) return cause
  const text = cause instanceof Error ? `${cause.code ?? ''} ${cause.message} ${cause.cause ?? ''}` : String(cause)
  const known = causes.find(({ seen }) => seen.test(text))
  if (known) return new SetupFailure(known.sentence(task, place), known.advice)
  return new SetupFailure(`${task} failed: ${gist(text)}`, `(in ${place})`)
}

/** Runs a script's own work; a failure becomes one sentence on stderr and exit code 1. */
export const runScript = async (work) => {
  try {
    process.exitCode = (await work()) ?? 0
  } catch (error) {
    process.stderr.write(`${explain(error, { task: 'This command', place: process.cwd() }).message}\n`)
    process.exitCode = 1
  }
}
