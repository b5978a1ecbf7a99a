// A supplier's bill by hand: what the import of expenses then finds. Outside the parts that are taken over while they change.
import { type Html, html } from './html.ts'

export function billForm(company: number): Html {
  return html`
    <details class="bill">
      <summary>Book a supplier's bill</summary>
      <form data-path="by-hand/bill/${company}">
        <label>Supplier <input name="Creditor" value="7001" required size="8"></label>
        <label>Name <input name="Name" placeholder="of a new one" size="16"></label>
        <label>Project <input name="Project" size="8"></label>
        <label>Category <input name="PrCategory" size="6"></label>
        <label>Account <input name="Account" value="2010" required size="6"></label>
        <label>Amount <input name="Amount" type="number" step="0.01" value="1250" required></label>
        <label>Text <input name="Text" value="Rejse" maxlength="60" size="20"></label>
        <label>Date <input name="Date" type="date"></label>
        <label>Series <input name="Serie" placeholder="Finans" size="8"></label>
        <label><input name="Scan" type="checkbox" checked> with a scan</label>
        <button>Book</button>
      </form>
    </details>`
}
