// The page's own script, as it goes to the browser: buttons that send commands, a dialog to edit a row by hand, and a look
// every two seconds whether something changed.
export const script = `
const control = async (method, path, body) => {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch('/sandbox/control/' + path, { method, headers, ...(body !== undefined && { body }) })
  const problem = document.getElementById('problem')
  problem.hidden = answer.ok
  if (!answer.ok) problem.textContent = (await answer.json().catch(() => ({}))).problem ?? 'Refused: ' + answer.status
  await refresh()
  return answer.ok
}

/** Takes over the parts that changed, unless somebody is typing in them. */
const refresh = async () => {
  const text = await fetch(location.href).then((answer) => answer.text(), () => undefined)
  if (text === undefined) return
  const fresh = new DOMParser().parseFromString(text, 'text/html')
  for (const part of document.querySelectorAll('[data-live]')) {
    const other = fresh.querySelector('[data-live="' + part.dataset.live + '"]')
    if (other === null || part.contains(document.activeElement) && /INPUT|SELECT/.test(document.activeElement.tagName)) continue
    if (part.dataset.seen === other.innerHTML) continue
    part.dataset.seen = other.innerHTML
    const open = [...part.querySelectorAll('details[open]')].map((details) => details.dataset.keep)
    part.replaceChildren(...other.childNodes)
    for (const details of part.querySelectorAll('details')) details.open = open.includes(details.dataset.keep)
  }
}

const edit = ({ edit, entity, company, key }) => {
  const row = JSON.parse(edit)
  const editor = document.getElementById('editor')
  const form = document.createElement('form')
  form.method = 'dialog'
  const title = document.createElement('h2')
  title.textContent = row.RowId === undefined ? 'Add by hand' : 'Edit by hand'
  const area = document.createElement('textarea')
  area.value = JSON.stringify(row, null, 2)
  area.setAttribute('aria-label', 'The row as JSON')
  const hint = document.createElement('p')
  hint.className = 'quiet'
  hint.textContent = 'Fields that are left out stay as they are; null blanks a field.'
  const buttons = document.createElement('p')
  buttons.className = 'buttons'
  const button = (label, act) => {
    const made = document.createElement('button')
    made.type = 'button'
    made.textContent = label
    made.onclick = async () => (await act()) && editor.close()
    buttons.append(made)
  }
  const rows = 'rows/' + company + '/' + entity
  button('Save', () => control('PUT', rows, area.value))
  if (row.RowId !== undefined && key) {
    const current = row[key]
    button('Renumber', () => {
      const newKey = prompt('New value of ' + key, current)
      return newKey && control('POST', 'rekey/' + company + '/' + entity, JSON.stringify({ oldKey: current, newKey }))
    })
    button('Delete', () => confirm('Delete ' + current + '?') && control('DELETE', rows + '/' + encodeURIComponent(current)))
  }
  button('Close', () => true)
  form.append(title, area, hint, buttons)
  editor.replaceChildren(form)
  editor.showModal()
}

document.addEventListener('click', ({ target }) => {
  const { dataset } = target.closest('button') ?? { dataset: {} }
  if (dataset.edit !== undefined) edit(dataset)
  else if (dataset.path !== undefined && (dataset.sure === undefined || confirm(dataset.sure))) {
    control(dataset.method, dataset.path, dataset.body)
  }
})

/** Numbers and ticks as such; what is blank is left out. */
const valueOf = ({ type, checked, value }) => type === 'checkbox' ? checked : value === '' ? undefined : type === 'number' ? Number(value) : value

document.addEventListener('submit', (event) => {
  const { path } = event.target.dataset
  if (path === undefined) return
  event.preventDefault()
  const fields = [...event.target.elements].filter(({ name }) => name !== '')
  control('POST', path, JSON.stringify(Object.fromEntries(fields.map((field) => [field.name, valueOf(field)]))))
})

document.addEventListener('change', ({ target }) => {
  const { switch: name } = target.dataset
  if (name === undefined) return
  target.blur()
  control('PUT', 'switches', JSON.stringify({ [name]: JSON.parse(target.value) }))
})

document.addEventListener('submit', (event) => {
  if (event.target.dataset.order === undefined) return
  event.preventDefault()
  const { kind, entity, path, times, after, status, ms } = Object.fromEntries(new FormData(event.target))
  const match = { ...(entity && { entity }), ...(path && { path }) }
  const numbers = { times: Number(times), after: Number(after), status: Number(status), ms: Number(ms) }
  document.activeElement.blur()
  control('POST', 'faults', JSON.stringify({ kind, match, ...numbers }))
})

for (const part of document.querySelectorAll('[data-live]')) part.dataset.seen = part.innerHTML
setInterval(() => document.hidden || refresh(), 2000)
`
