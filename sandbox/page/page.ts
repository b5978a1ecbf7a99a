// The sandbox's own page: what is in the books, who called, which trouble is ordered. Served to this machine only.
import type { Sandbox } from '../sandbox.ts'
import { billForm } from './bill-form.ts'
import { callsView } from './calls-view.ts'
import { faultsView } from './faults-view.ts'
import { html } from './html.ts'
import { script } from './page-script.ts'
import { style } from './page-style.ts'
import { isShown, rowsView, type View } from './rows-view.ts'
import { switchesView } from './switches-view.ts'

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Undefined when the path is none of the page's. */
export function answerPage(sandbox: Sandbox, url: URL): Response | undefined {
  if (url.pathname === '/sandbox/page.css') return file(style, 'text/css')
  if (url.pathname === '/sandbox/page.js') return file(script, 'text/javascript')
  return url.pathname === '/' ? file(page(sandbox, readView(sandbox, url)), 'text/html') : undefined
}

function file(body: string, type: string): Response {
  const headers = {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': policy,
    'cache-control': 'no-store',
  }
  return new Response(body, { headers })
}

function readView(sandbox: Sandbox, { searchParams }: URL): View {
  const companies = sandbox.companies()
  const company = Number(searchParams.get('company'))
  const entity = searchParams.get('entity') ?? ''
  return {
    company: companies.includes(company) ? company : (companies[0] ?? 0),
    entity: isShown(entity) ? entity : 'DebtorClient',
    find: searchParams.get('find') ?? '',
  }
}

function page(sandbox: Sandbox, view: View): string {
  const isDown = sandbox.isDown()
  return html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Sandbox Uniconta</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/sandbox/page.css">
  <script src="/sandbox/page.js" defer></script>
</head>
<body>
  <header>
    <div>
      <h1>Sandbox Uniconta</h1>
      <p>A stand-in to develop and rehearse against. Not Uniconta's product, and nothing in it is booked anywhere.</p>
    </div>
    <div class="state" data-live="state"><b class="${isDown ? 'bad' : 'good'}">${isDown ? 'Outage' : 'Up'}</b>
      ${sandbox.companies().map((id) => html`<a href="/?company=${id}" ${id === view.company && html`aria-current="true"`}>${id}</a>`)}
      <button data-method="POST" data-path="reset" data-body="{}" data-sure="Put the books back to the first day?">Reset</button>
    </div>
  </header>
  <p id="problem" role="alert" hidden></p>
  <main>
    <div>
      ${billForm(view.company)}
      <div data-live="books">${rowsView(sandbox, view)}</div>
    </div>
    <div class="side">
      <div data-live="faults">${faultsView(sandbox)}</div>
      <div data-live="calls">${callsView(sandbox)}</div>
      <div data-live="switches">${switchesView(sandbox)}</div>
    </div>
  </main>
  <dialog id="editor" aria-label="Edit by hand"></dialog>
</body>
</html>`.markup
}
