// Two processes in one embedded database destroy it, and PGlite does not notice. A lock that survives neither kill -9 nor a
// reboot must come from the kernel: here it is a listening unix socket, alive exactly as long as its process.
//
// The sockets lie in DIR/lock and are numbered. The one with the highest number is the lock, if it answers; if not, its process
// is dead and the next number may be taken, which only one can do (bind is exclusive). The highest is never removed, so nobody
// can remove by mistake what another has just taken. Between bind and listen a socket looks dead; so whoever has taken a number
// looks again when listening, and yields to any higher number and to any lower one that answers. Of two, at least one sees the other.
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export type DirectoryLock = { release(): Promise<void> }

/** What a process says on its socket. `trying` is not sure yet that the lock is its own. */
type Holder = { state: 'trying' | 'holding'; pid: number; host: string }
type Answer = Holder | 'dead' | 'unclear' | 'silent' | 'other-user'
type Taken = { server: Server; holder: Holder }

const answerLimitMs = 1000
const attempts = 40

/**
 * Takes the lock of a directory for this process, or takes it over from a dead one.
 * @throws a sentence naming the process that holds it.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  if (process.platform === 'win32') return lockByPipe(directory)
  const folder = join(directory, 'lock')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // A socket path ends at about 104 characters; the folder may lie deeper, so it is reached through a short link.
  const short = mkdtempSync(join(tmpdir().length <= 70 ? tmpdir() : '/tmp', 'akkord-lock-'))
  symlinkSync(folder, join(short, 'd'))
  const addressOf = (number: number) => `${short}/d/${number}`
  try {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const taken = await tryNext(directory, folder, addressOf)
      if (taken) {
        taken.holder.state = 'holding'
        return { release: () => closed(taken.server) }
      }
      await wait(10 + Math.random() * 40)
    }
    throw new Error(`The data folder ${directory} is wanted by several processes at once. Start only one of them.`)
  } finally {
    // Without the link, closing the server does not remove its socket file either: as wanted.
    rmSync(short, { recursive: true, force: true })
  }
}

async function tryNext(
  directory: string,
  folder: string,
  addressOf: (number: number) => string,
): Promise<Taken | undefined> {
  const highest = Math.max(0, ...numbersIn(folder))
  if (highest > 0 && mustWait(directory, await ask(addressOf(highest)))) return undefined

  const own = highest + 1
  const taken = await take(directory, addressOf(own))
  if (!taken) return undefined
  try {
    const others = numbersIn(folder).filter((number) => number !== own)
    if (others.some((number) => number > own)) throw new Yield()
    for (const number of others) if (mustWait(directory, await ask(addressOf(number)))) throw new Yield()
    for (const number of others) rmSync(join(folder, String(number)), { force: true })
    return taken
  } catch (error) {
    await closed(taken.server)
    if (error instanceof Yield) return undefined
    throw error
  }
}

class Yield extends Error {}

/** False when the one asked is dead, true when it has to show yet whether it holds the lock. */
function mustWait(directory: string, answer: Answer): boolean {
  if (answer === 'dead') return false
  if (answer === 'unclear' || (typeof answer === 'object' && answer.state === 'trying')) return true
  const who =
    answer === 'silent'
      ? 'a process that is alive but does not answer, perhaps a stopped one'
      : answer === 'other-user'
        ? 'a process of another user'
        : `process ${answer.pid} on ${answer.host}`
  throw new Error(
    `The data folder ${directory} is in use by ${who}. Two at once would destroy the database, so this one does not start. ` +
      'Stop the other process first, or set DATA_DIR to another folder.',
  )
}

function numbersIn(folder: string): number[] {
  return readdirSync(folder)
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
}

function ask(address: string): Promise<Answer> {
  return new Promise((resolve) => {
    let text = ''
    const socket = connect(address)
    const end = (answer: Answer) => {
      clearTimeout(limit)
      socket.destroy()
      resolve(answer)
    }
    const limit = setTimeout(() => end('silent'), answerLimitMs)
    socket.on('data', (data) => {
      text += data.toString()
    })
    socket.on('end', () => end(holderIn(text)))
    socket.on('error', ({ code }: NodeJS.ErrnoException) => {
      // Whatever else went wrong is no proof of death.
      if (code === 'ECONNREFUSED' || code === 'ENOENT') end('dead')
      else if (code === 'ECONNRESET' || code === 'EPIPE') end('unclear')
      else end(code === 'EACCES' ? 'other-user' : 'silent')
    })
  })
}

/** Nothing said: it ended while it was asked. */
function holderIn(text: string): Answer {
  return text === '' ? 'unclear' : (JSON.parse(text) as Holder)
}

/** Undefined when another was faster. */
function take(directory: string, address: string): Promise<Taken | undefined> {
  const holder: Holder = { state: 'trying', pid: process.pid, host: hostname() }
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.end(JSON.stringify(holder), () => socket.destroy())
    })
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') return resolve(undefined)
      const reason = `The data folder ${directory} cannot be locked (${error.code ?? error.message}).`
      reject(
        new Error(
          `${reason} It must be on a local disk that allows unix sockets and be writable; set DATA_DIR to such a folder.`,
          { cause: error },
        ),
      )
    })
    // The process may end while it holds the lock; that is what ends the lock.
    server.listen(address, () => resolve({ server: server.unref(), holder }))
  })
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}

/** A named pipe belongs to one process and ends with it. Not tried on a Windows machine yet. */
async function lockByPipe(directory: string): Promise<DirectoryLock> {
  const address = `\\\\.\\pipe\\akkord-${createHash('sha256').update(directory.toLowerCase()).digest('hex').slice(0, 32)}`
  const taken = await take(directory, address)
  if (taken) {
    taken.holder.state = 'holding'
    return { release: () => closed(taken.server) }
  }
  mustWait(directory, await ask(address))
  throw new Error(`The data folder ${directory} is wanted by several processes at once. Start only one of them.`)
}
