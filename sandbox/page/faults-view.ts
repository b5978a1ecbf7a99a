import { type FaultOrder, faultKinds } from '../faults.ts'
import type { Sandbox } from '../sandbox.ts'
import { type Html, html } from './html.ts'

const ready: readonly (readonly [label: string, order: FaultOrder])[] = [
  ['Lose the next answer', { kind: 'drop-after', match: { path: '/Crud/' } }],
  ['Cut the next write before it', { kind: 'drop-before', match: { path: '/Crud/' } }],
  ['Hang on the next call', { kind: 'hang-before' }],
  ['Five times 503', { kind: 'status-before', status: 503, times: 5 }],
  ['Next read is empty', { kind: 'empty-read', match: { path: '/Query/' } }],
  ['Reads stale for a minute', { kind: 'stale-read', match: { path: '/Query/' }, times: null, forMs: 60_000 }],
  ['Every call a second late', { kind: 'delay', ms: 1000, times: null }],
  ['Lose the answer of the next posting', { kind: 'drop-after', match: { path: '/Invoice/' } }],
  ['Next posting half an hour late', { kind: 'apply-late', ms: 30 * 60_000, match: { path: '/Invoice/' } }],
  ['Next order without its lines', { kind: 'half-written', match: { entity: 'DebtorOrderClient' } }],
  ['Somebody else signs in', { kind: 'revoke-token' }],
]

export function faultsView(sandbox: Sandbox): Html {
  const faults = sandbox.faults()
  const isDown = sandbox.isDown()
  return html`
    <section aria-labelledby="faults">
      <h2 id="faults">Trouble</h2>
      <p class="buttons">
        <button class="${isDown ? 'good' : 'bad'}" data-method="POST" data-path="faults" data-body="${JSON.stringify({ down: !isDown })}">
          ${isDown ? 'End the outage' : 'Begin an outage'}</button>
        ${ready.map(([label, order]) => html`<button data-method="POST" data-path="faults" data-body="${JSON.stringify(order)}">${label}</button>`)}
      </p>
      <form class="order" data-order>
        <label>Kind <select name="kind">${faultKinds.map((kind) => html`<option>${kind}</option>`)}</select></label>
        <label>Entity <input name="entity" placeholder="any" size="14"></label>
        <label>Path has <input name="path" placeholder="anything" size="12"></label>
        <label>Times <input name="times" type="number" min="1" value="1"></label>
        <label>Let pass <input name="after" type="number" min="0" value="0"></label>
        <label>Status <input name="status" type="number" min="400" max="599" value="503"></label>
        <label>ms <input name="ms" type="number" min="0" value="1000"></label>
        <button>Order it</button>
      </form>
      ${
        faults.length === 0
          ? html`<p class="empty">No trouble is ordered.</p>`
          : html`<ul class="faults">${faults.map(
              (fault) => html`<li><b>${fault.kind}</b> <code>${JSON.stringify(fault.match ?? {})}</code>
                struck ${fault.struck} of ${fault.times === null ? 'all' : (fault.times ?? 1)}
                <button data-method="DELETE" data-path="faults/${fault.id}">Cancel</button></li>`,
            )}</ul>`
      }
    </section>`
}
