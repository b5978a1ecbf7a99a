import { createServer } from 'node:net'

/** A port on loopback that nobody uses at this moment. */
export function freePort(): Promise<number> {
  return listenOnce(0)
}

/** The first one from here on that nobody uses at this moment. */
export async function freePortFrom(first: number): Promise<number> {
  for (let port = first; port <= 65_535; port += 1) if (await isFree(port)) return port
  throw new Error(`There is no free port from ${first} on.`)
}

export function isFree(port: number): Promise<boolean> {
  return listenOnce(port).then(
    () => true,
    () => false,
  )
}

function listenOnce(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
