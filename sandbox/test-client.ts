// A plain caller for tests: signs in, sends, and tells status and body without judging them.
type Told = { readonly status: number; readonly body: unknown }

export type TestClient = {
  send(method: string, path: string, body?: unknown): Promise<Told>
  sendWithoutToken(path: string, body: unknown): Promise<Told>
  readonly token: string
  readonly refreshToken: string
}

type Fetch = (request: Request) => Promise<Response>

async function tell(fetchIt: Fetch, request: Request): Promise<Told> {
  const response = await fetchIt(request)
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') === true
  return { status: response.status, body: isJson && text !== '' ? JSON.parse(text) : text }
}

export function post(url: string, body: unknown, headers: Record<string, string> = {}): Request {
  return new Request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}

/** Throws when the login is refused. */
export async function signIn(
  url: string,
  { user = '0012345/akkord-server', password = 'sandbox-password', fetchIt = fetch as Fetch } = {},
): Promise<TestClient> {
  const { body } = await tell(fetchIt, post(`${url}/login`, { Username: user, Password: password }))
  const { token, refreshToken } = body as { token?: string; refreshToken?: string }
  if (token === undefined || refreshToken === undefined) throw new Error(`Not signed in: ${JSON.stringify(body)}`)
  return {
    token,
    refreshToken,
    sendWithoutToken: (path, sent) => tell(fetchIt, post(`${url}${path}`, sent)),
    send: (method, path, sent) =>
      tell(
        fetchIt,
        new Request(`${url}${path}`, {
          method,
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          ...(sent !== undefined && { body: JSON.stringify(sent) }),
        }),
      ),
  }
}
