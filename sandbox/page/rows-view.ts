import { getEntity } from '../entities/entities.ts'
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
  const all = sandbox.rows(view.company, view.entity)
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
      <thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}<th><span class="hidden">Edit</span></th></tr></thead>
      <tbody>${rows.map(
        (row) => html`<tr>${columns.map((column) => cell(row[column]))}
          <td class="act">${rowActions(view.company, view.entity, row)} <button data-edit="${JSON.stringify(row)}" data-entity="${view.entity}" data-company="${view.company}" data-key="${getEntity(view.entity).key ?? ''}">Edit</button></td></tr>`,
      )}</tbody>
    </table></div>`
}

function cell(value: unknown): Html {
  if (typeof value === 'boolean') return html`<td>${value ? 'yes' : ''}</td>`
  return typeof value === 'number' ? html`<td class="number">${value}</td>` : html`<td>${String(value ?? '')}</td>`
}
