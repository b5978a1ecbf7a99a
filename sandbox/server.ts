// The sandbox on a port. What only a socket can do happens here: cutting the line before or in the middle of an answer.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isOwnPath, type Sandbox } from './sandbox.ts'
import { LineFault } from './trouble.ts'

export type SandboxServer = {
  readonly url: string
  /** Nobody listens any more, as when the machine is gone: connections are refused, not cut. */
  stopListening(): Promise<void>
  listenAgain(): Promise<void>
  close(): Promise<void>
}

const largestBody = 50 * 1024 * 1024
const host = '127.0.0.1'

/** Port 0 takes a free one. Listens on this machine only. */
export async function startSandboxServer(sandbox: Sandbox, { port = 0 } = {}): Promise<SandboxServer> {
  const server = createServer((incoming, outgoing) => {
    answer(sandbox, incoming, outgoing).catch((error: unknown) => {
      if (error instanceof LineFault && error.code === 'EOF') return incoming.socket.end()
      if (error instanceof LineFault || outgoing.destroyed || outgoing.headersSent) return incoming.socket.destroy()
      console.error(error) // a mistake of the sandbox itself
      return outgoing.writeHead(500).end()
    })
  })
  await listen(server, port)
  const { port: taken } = server.address() as AddressInfo
  return {
    url: `http://${host}:${taken}`,
    stopListening: () => stop(server),
    listenAgain: () => listen(server, taken),
    close: () => stop(server),
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

async function answer(sandbox: Sandbox, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { pathname } = new URL(incoming.url ?? '/', `http://${host}`)
  if (isOwnPath(pathname) && !isFromThisMachine(incoming)) {
    outgoing.writeHead(403).end()
    return
  }
  const gone = new AbortController()
  outgoing.once('close', () => gone.abort(new DOMException('The caller went away', 'AbortError')))
  const response = await sandbox.handle(await toRequest(incoming, gone.signal))
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  // Waits until a part is out: a line that is cut in the middle must have carried the first half.
  if (response.body !== null) for await (const part of response.body) await write(outgoing, part)
  outgoing.end()
}

function write(outgoing: ServerResponse, part: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    outgoing.write(part, (error) => (error ? reject(error) : resolve()))
  })
}

/** Also the name it was called by must be local, or a web page could reach in through a name of its own. */
function isFromThisMachine({ socket, headers }: IncomingMessage): boolean {
  const name = (headers.host ?? '').replace(/:\d+$/, '')
  const isLocalName = ['127.0.0.1', 'localhost', '[::1]'].includes(name)
  return isLocalName && /^(::1|(::ffff:)?127\.)/.test(socket.remoteAddress ?? '')
}

async function toRequest(incoming: IncomingMessage, signal: AbortSignal): Promise<Request> {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined && !name.startsWith(':')) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  const method = incoming.method ?? 'GET'
  const body = await readBody(incoming)
  const url = `http://${incoming.headers.host ?? '127.0.0.1'}${incoming.url ?? '/'}`
  return new Request(url, { method, headers, signal, ...(method !== 'GET' && method !== 'HEAD' && { body }) })
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of incoming) {
    size += (part as Buffer).length
    if (size > largestBody) throw new Error('The body is larger than the sandbox takes')
    parts.push(part as Buffer)
  }
  return Buffer.concat(parts).toString('utf8')
}
