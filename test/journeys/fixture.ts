// What every journey begins with: an Akkord of its own, as `npm start` runs it, and a sandbox Uniconta beside it. Where
// TEST_SERVER_URL names a PostgreSQL, it works there, but for the demo company and the first start on an empty folder, which are
// embedded. A request of the page to anybody else fails the journey, and so does an error in the page that nobody caught.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { startMailbox } from '../../scripts/demo/mailbox.ts'
import { freePort } from '../../scripts/free-port.ts'
import { packageRoot } from '../../src/lib/database/package-root.ts'
import { putEmptyCluster, putMigratedCluster } from '../database.ts'
import { type DemoCompany, putDemoCompany } from '../demo-company.ts'
import { newDatabaseOn } from '../server.ts'

export { expect }

export type Akkord = {
  url: string
  sandboxUrl: string
  /** With `hasMailbox`: the page on which its mails are read. */
  mailboxUrl: string | undefined
  administrator: { email: string; password: string }
}

type Program = { process: ChildProcess; lines: string[] }

const startLimitMs = 90_000
export const administrator = { email: 'anna@journey.example', password: 'a long enough password' }

type Options = {
  hasMailbox: boolean
  hasAdministrator: boolean
  hasTables: boolean
  demo: DemoCompany | undefined
}

export const test = base.extend<Options & { akkord: Akkord }>({
  /** `test.use({ hasAdministrator: false })` shows the first start. */
  hasAdministrator: [true, { option: true }],

  /** Without them the start makes them first, as a new installation does: seconds. */
  hasTables: [true, { option: true }],

  /** Mails go to the local mailbox of the demo. */
  hasMailbox: [false, { option: true }],

  /** With it the company is there already, with a year of work. */
  demo: [undefined, { option: true }],

  akkord: [
    async ({ hasAdministrator, hasTables, hasMailbox, demo }, use, testInfo) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'akkord-journey-'))
      const server = demo || !hasTables ? undefined : process.env.TEST_SERVER_URL
      const database = server ? await newDatabaseOn(server) : undefined
      if (demo) await putDemoCompany(dataDir, demo)
      else if (!database) await (hasTables ? putMigratedCluster : putEmptyCluster)(dataDir)
      const [port, sandboxPort] = [await freePort(), await freePort()]
      const mailbox = hasMailbox ? await startMailbox({ port: 0, dataDir: join(dataDir, 'mailbox') }) : undefined
      const akkord = {
        url: `http://127.0.0.1:${port}`,
        sandboxUrl: `http://127.0.0.1:${sandboxPort}`,
        mailboxUrl: mailbox?.url,
        administrator,
      }
      const programs: Program[] = []
      try {
        programs.push(startProgram('sandbox/main.js', ['--port', String(sandboxPort)], {}))
        const settings = {
          PORT: String(port),
          DATA_DIR: dataDir,
          ...(database && { DATABASE_URL: database.url, AKKORD_SECRET_KEY: 'a key of the journeys, 32 signs or more' }),
          UNICONTA_URL: akkord.sandboxUrl,
          ...(mailbox && { SMTP_URL: mailbox.smtpUrl, MAIL_FROM: 'akkord@journey.example', PUBLIC_URL: akkord.url }),
          AKKORD_ADMIN_EMAIL: hasAdministrator ? administrator.email : '',
          AKKORD_ADMIN_PASSWORD: hasAdministrator ? administrator.password : '',
        }
        programs.push(startProgram('src/main.js', [], settings))
        for (const url of [`${akkord.sandboxUrl}/`, `${akkord.url}/health/live`]) await untilItAnswers(url, programs)
        await use(akkord)
      } finally {
        const codes = await Promise.all(programs.map(stopProgram))
        await mailbox?.close()
        rmSync(dataDir, { recursive: true, force: true })
        await database?.drop()
        if (testInfo.status !== testInfo.expectedStatus)
          for (const { lines } of programs) await testInfo.attach('output', { body: lines.join('') })
        expect(codes, 'sandbox and Akkord stop cleanly').toEqual(programs.map(() => 0))
      }
    },
    // Apart from the time of the test, since the first one with the demo company fills it in.
    { timeout: 240_000 },
  ],

  baseURL: async ({ akkord }, use) => use(akkord.url),

  page: async ({ page, akkord }, use, { errors }) => {
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('request', (request) => {
      const isOurs = [akkord.url, akkord.mailboxUrl].some((url) => url && request.url().startsWith(`${url}/`))
      if (/^https?:/.test(request.url()) && !isOurs) faults.push(request.url())
    })
    await use(page)
    const shownThen = errors.length > 0 && (await page.locator('body, main').last().ariaSnapshot({ timeout: 5_000 }))
    if (shownThen) faults.push(`${page.url()} then showed: ${shownThen}`)
    expect(faults, 'errors in the page and requests to others').toEqual([])
  },
})

/** Signs somebody in through the page: the administrator, if nobody else is named. */
export async function signIn(page: Page, person: { email: string; password: string } = administrator): Promise<void> {
  await page.goto('/')
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByRole('textbox', { name: 'Password' }).fill(person.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
}

function startProgram(file: string, args: string[], settings: Record<string, string>): Program {
  const { PATH, HOME, TMPDIR, LANG } = process.env
  const child = spawn(process.execPath, [join(packageRoot, 'dist', file), ...args], {
    env: { PATH, HOME, TMPDIR, LANG, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => lines.push(text))
  return { process: child, lines }
}

async function untilItAnswers(url: string, programs: Program[]): Promise<void> {
  const deadline = Date.now() + startLimitMs
  for (;;) {
    const ended = programs.find(({ process }) => process.exitCode !== null)
    if (ended) throw new Error(`It ended at the start:\n${ended.lines.join('')}`)
    try {
      await fetch(url)
      return
    } catch (error) {
      if (Date.now() > deadline) throw new Error(`${url} does not answer.`, { cause: error })
      await new Promise((done) => setTimeout(done, 50))
    }
  }
}

async function stopProgram({ process: child }: Program): Promise<number | string | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode ?? child.signalCode
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  await exited
  return child.exitCode ?? child.signalCode
}
