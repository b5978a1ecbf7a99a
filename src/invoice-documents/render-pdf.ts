// Makes PDFs in a process of their own: the event loop of the server goes on, and whatever happens to typst happens there.
import { type ChildProcess, fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { extname } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { PdfAnswer, PdfWish } from './pdf-process.ts'
import type { Sheet } from './sheet.ts'

export type Logo = NonNullable<PdfWish['logo']>

/** A document of 5,000 lines took 4 s on two cores. */
const limitMs = 60_000
/** What typst keeps grows with the longest documents; a process that has grown so far is replaced. */
const largestBytes = 600 * 1_048_576
const mostTaggedRows = 1_000

/** No PDF can be made of this document, however often it is tried; that the process failed is another matter and a plain Error. */
export class PdfFault extends Error {
  override readonly name = 'PdfFault'
}

let printer: ChildProcess | undefined
let last: Promise<unknown> = Promise.resolve()

/** The same sheet and logo give the same bytes. One document after the other, however many ask. @throws PdfFault */
export function renderInvoicePdf(sheet: Sheet, logo: Logo | null): Promise<Uint8Array> {
  const rows = sheet.sections.reduce((all, { rows }) => all + rows.length, sheet.hours?.rows.length ?? 0)
  const wish: PdfWish = { sheet: JSON.stringify(sheet), logo, tagged: rows <= mostTaggedRows }
  const made = last.then(() => print(wish))
  last = made.catch(() => {})
  return made
}

async function print(wish: PdfWish): Promise<Uint8Array> {
  printer ??= start()
  const child = printer
  keepAlive(child, true)
  try {
    const answer = await ask(child, wish)
    if ('fault' in answer) throw new PdfFault(answer.fault)
    if (answer.rssBytes > largestBytes) end(child)
    return answer.pdf
  } finally {
    keepAlive(child, false)
  }
}

function ask(child: ChildProcess, wish: PdfWish): Promise<PdfAnswer> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(timer)
      child.off('message', onMessage).off('exit', onExit).off('error', onError)
      act()
    }
    const onMessage = (answer: PdfAnswer) => settle(() => resolve(answer))
    const onExit = (code: number | null, signal: string | null) =>
      settle(() => reject(new Error(`The process that makes PDFs ended (${signal ?? code}).`)))
    const onError = (cause: Error) => settle(() => reject(new Error('The process that makes PDFs failed.', { cause })))
    const timer = setTimeout(() => {
      settle(() => reject(new Error(`The PDF was not made within ${limitMs / 1_000} seconds.`)))
      end(child)
    }, limitMs)
    child.on('message', onMessage).on('exit', onExit).on('error', onError)
    child.send(wish)
  })
}

/** The same file as source (tsx, vitest) and compiled. It gets nothing of our environment that could be a secret. */
function start(): ChildProcess {
  const extension = extname(fileURLToPath(import.meta.url))
  const file = fileURLToPath(new URL(`./pdf-process${extension}`, import.meta.url))
  const tsx = () => pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'))
  const started = fork(file, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: extension === '.ts' ? ['--import', new URL('dist/esm/index.mjs', tsx()).href] : [],
    env: Object.fromEntries(
      ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'SystemRoot'].flatMap((name) =>
        process.env[name] === undefined ? [] : [[name, process.env[name]]],
      ),
    ),
  })
  const forget = () => {
    if (printer === started) printer = undefined
  }
  // Without a listener an error of a child ends its parent.
  started.once('exit', forget).on('error', forget)
  return started
}

function end(child: ChildProcess): void {
  if (printer === child) printer = undefined
  child.kill('SIGKILL')
}

/** Waiting for a document keeps Akkord running; the idle process does not. */
function keepAlive(child: ChildProcess, wanted: boolean): void {
  if (wanted) {
    child.ref()
    child.channel?.ref?.()
  } else {
    child.unref()
    child.channel?.unref?.()
  }
}
