import type { HandRow } from '../by-hand.ts'
import { getEntity } from '../entities/entities.ts'
import type { Field } from '../entities/field.ts'
import type { Sandbox } from '../sandbox.ts'
import { type Html, html } from './html.ts'
import { rowActions } from './row-actions.ts'
import { shownTables } from './shown-tables.ts'

export type View = { readonly company: number; readonly entity: string; readonly find: string }

const mostRows = 200

export function isShown(entity: string): boolean {
  return shownTables.some(([name]) => name === entity)
}

export function rowsView(sandbox: Sandbox, view: View): Html {
  const [, title = '', columns = []] = shownTables.find(([name]) => name === view.entity) ?? []
  const wanted = view.find.toLowerCase()
  const stored = sandbox.rows(view.company, view.entity)
  const all = getEntity(view.entity).readOnly ? stored.toReversed() : stored // what is posted: newest first
  const found = all.filter(
    (row) => wanted === '' || Object.values(row).some((value) => String(value).toLowerCase().includes(wanted)),
  )
  return html`
    <section aria-labelledby="books">
      <h2 id="books">Books of ${companyName(sandbox, view.company)}</h2>
      <nav aria-label="Tables">${shownTables.map(([entity, name]) => tab(sandbox, view, entity, name))}</nav>
      <form class="find" role="search">
        <input type="hidden" name="company" value="${view.company}">
        <input type="hidden" name="entity" value="${view.entity}">
        <input type="search" name="find" value="${view.find}" placeholder="Find in ${title.toLowerCase()}" aria-label="Find">
        <span class="quiet">${found.length} of ${all.length}${found.length > mostRows && `, the first ${mostRows} shown`}</span>
        ${isTyped(view.entity) && html`<button type="button" data-edit="{}" data-entity="${view.entity}" data-company="${view.company}">Add by hand</button>`}
      </form>
      ${found.length === 0 ? html`<p class="empty">Nothing here.</p>` : table(view, columns, found.slice(0, mostRows))}
    </section>`
}

function companyName(sandbox: Sandbox, company: number): string {
  const [row] = sandbox.rows(company, 'CompanyClient')
  return `${row?.CompanyName ?? company}, ${company}`
}

function isTyped(entity: string): boolean {
  return getEntity(entity).key !== undefined && !getEntity(entity).readOnly
}

function tab(sandbox: Sandbox, view: View, entity: string, name: string): Html {
  const count = sandbox.count(view.company, entity)
  const href = `/?company=${view.company}&entity=${entity}`
  return html`<a href="${href}" ${entity === view.entity && html`aria-current="page"`}>${name} <span>${count}</span></a>`
}

function table(view: View, columns: readonly string[], rows: ReturnType<Sandbox['rows']>): Html {
  return html`
    <div class="scroll"><table>
      <thead><tr><th><span class="hidden">Edit</span></th>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
      <tbody>${rows.map((row) => rowView(view, columns, row))}</tbody>
    </table></div>`
}

function rowView({ company, entity }: View, columns: readonly string[], row: HandRow): Html {
  const { key = '', fields } = getEntity(entity)
  return html`
    <tr><td class="act">${rowActions(company, entity, row)}
        <button data-edit="${JSON.stringify(row)}" data-entity="${entity}" data-company="${company}" data-key="${key}">Edit</button></td>
      ${columns.map((column) => cell(row[column], fields[column]))}</tr>`
}

function cell(value: unknown, field: Field | undefined): Html {
  if (typeof value === 'boolean') return html`<td>${value ? 'yes' : ''}</td>`
  if (typeof value !== 'number') return html`<td>${withoutMidnight(String(value ?? ''))}</td>`
  const isMoney = field?.kind === 'amount' && Number.isInteger(Math.round(value * 10_000) / 100)
  return html`<td class="number">${isMoney ? value.toFixed(2) : value}</td>`
}

/** A day without its midnight, a moment to the second, and nothing for a blank one. */
function withoutMidnight(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}T/.test(text)) return text
  return text.startsWith('0001-01-01') ? '' : text.replace(/T00:00:00$/, '').replace(/T([\d:]{8}).*$/, ' $1')
}
