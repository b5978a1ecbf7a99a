// What a browser would send: the API with a session.
export const administrator = { email: 'bench@akkord.test', password: 'a password of the bench' }

// biome-ignore lint/suspicious/noExplicitAny: the bench knows what it asks for.
export type Client = ((method: string, path: string, body?: unknown) => Promise<any>) & { cookie: string }

export async function signIn(url: string): Promise<Client> {
  const sameOrigin = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: sameOrigin,
    body: JSON.stringify(administrator),
  })
  if (!answer.ok) throw new Error(`Signing in was answered with ${answer.status}: ${await answer.text()}`)
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const send = (method: string, path: string, body?: unknown) =>
    fetchJson(`${url}/api/v1${path}`, {
      method,
      headers: { cookie, ...sameOrigin },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  return Object.assign(send, { cookie })
}

// biome-ignore lint/suspicious/noExplicitAny: as above.
export async function fetchJson(url: string, init: RequestInit = {}): Promise<any> {
  const answer = await fetch(url, init)
  const text = await answer.text()
  if (!answer.ok)
    throw new Error(`${init.method ?? 'GET'} ${url} was answered with ${answer.status}: ${text.slice(0, 500)}`)
  return text === '' ? undefined : JSON.parse(text)
}
