import type { Call } from '../call-log.ts'
import type { Sandbox } from '../sandbox.ts'
import { type Html, html } from './html.ts'

const shownCalls = 50

export function callsView(sandbox: Sandbox): Html {
  const calls = sandbox.calls().slice(-shownCalls).reverse()
  const counts = sandbox.callsByDay().map(({ user, day, calls: count }) => `${user} ${count} on ${day}`)
  return html`
    <section aria-labelledby="calls">
      <h2 id="calls">Recent calls</h2>
      <p class="quiet">${counts.length === 0 ? 'Nobody has called yet.' : counts.join(' · ')}
        ${calls.length > 0 && html`<button data-method="DELETE" data-path="calls">Forget them</button>`}</p>
      ${calls.length > 0 && html`<ol class="calls">${calls.map(callView)}</ol>`}
    </section>`
}

function callView(call: Call): Html {
  const { number, at, method, path, status, applied, fault, user, company, session } = call
  const kind = status === null || status >= 400 ? 'bad' : fault === undefined ? 'good' : 'odd'
  return html`
    <li><details data-keep="call-${number}">
      <summary>
        <time>${at.slice(11, 19)}</time> <b class="${kind}">${status ?? 'no answer'}</b>
        <code>${method} ${path}</code>
        ${applied && html`<em>applied</em>`} ${fault !== undefined && html`<em class="bad">${fault}</em>`}
      </summary>
      <p class="quiet">${user === undefined ? 'not signed in' : `${user}, company ${company ?? '–'}, session ${session ?? '–'}`}</p>
      ${call.request !== undefined && html`<pre>${call.request}</pre>`}
      ${call.answer !== undefined && html`<pre>${call.answer}</pre>`}
    </details></li>`
}
