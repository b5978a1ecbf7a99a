import type { Sandbox } from '../sandbox.ts'
import { type Switches, switchTable, worstCase } from '../switches.ts'
import { type Html, html } from './html.ts'

export function switchesView(sandbox: Sandbox): Html {
  const switches = sandbox.switches()
  const names = Object.keys(switchTable) as (keyof Switches)[]
  const turned = names.filter((name) => switches[name] !== worstCase[name]).length
  return html`
    <section aria-labelledby="switches">
      <h2 id="switches">Switches</h2>
      <p class="quiet">What nobody knows about the real one. The first choice is the worse case${turned > 0 && `; ${turned} turned`}.</p>
      <details data-keep="switches"><summary>All ${names.length}</summary>
        <dl>${names.map((name) => switchView(name, switches[name]))}</dl>
      </details>
    </section>`
}

function switchView(name: keyof Switches, value: Switches[keyof Switches]): Html {
  const entry = switchTable[name]
  const control =
    'choices' in entry
      ? html`<select id="switch-${name}" data-switch="${name}">${entry.choices.map(
          (choice) =>
            html`<option value="${JSON.stringify(choice)}" ${choice === value && html`selected`}>${choice === '' ? '(nothing)' : String(choice)}</option>`,
        )}</select>`
      : html`<input id="switch-${name}" data-switch="${name}" type="number" min="0" value="${value}">`
  return html`
    <div ${value !== worstCase[name] && html`class="turned"`}>
      <dt><label for="switch-${name}">${name}</label> ${control}</dt>
      <dd>${entry.unknown} <i>${entry.worse}</i></dd>
    </div>`
}
