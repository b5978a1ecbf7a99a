// A server that plays prepared answers, byte by byte where needed: for tests of what a client makes of them.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Heard = { method: string; path: string; headers: IncomingMessage['headers']; body: string }
export type Play = (outgoing: ServerResponse, heard: Heard) => void | Promise<void>

export type PlayingServer = {
  readonly url: string
  /** Everything that was asked, in order. */
  readonly heard: Heard[]
  close(): Promise<void>
}

/** Plays one answer for each call; the last one is played again when more come. */
export async function startPlayingServer(...plays: readonly Play[]): Promise<PlayingServer> {
  const heard: Heard[] = []
  const server = createServer(async (incoming, outgoing) => {
    const parts: Buffer[] = []
    for await (const part of incoming) parts.push(part as Buffer)
    const call = {
      method: incoming.method ?? '',
      path: incoming.url ?? '',
      headers: incoming.headers,
      body: Buffer.concat(parts).toString('utf8'),
    }
    const play = plays[Math.min(heard.length, plays.length - 1)] as Play
    heard.push(call)
    await play(outgoing, call)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard, close: () => close(server) }
}

function close(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done())
    server.closeAllConnections()
  })
}

export const answers =
  (status: number, body: string | Buffer = '', headers: Record<string, string> = {}): Play =>
  (outgoing) =>
    void outgoing.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)

export const json = (value: unknown, status = 200): Play => answers(status, JSON.stringify(value))
