// The lines of a draft, edited in place. Arrows and Enter move between cells, Esc takes back, Alt with arrows moves a line.
import { Button, Group, Text, VisuallyHidden } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Invoice } from '../../src/invoices/invoice.ts'
import { put } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'
import { TableScroll } from '../ui/table-scroll.tsx'
import { DraftLine } from './draft-line.tsx'
import { SourcesDrawer } from './sources-drawer.tsx'
import { addLine, useDraft } from './use-draft.tsx'

/** More than these are shown when somebody asks for them: each has eight inputs. */
const shownAtOnce = 100

export function DraftLines() {
  const { invoices, ui } = useTexts()
  const { draft, act, mayChange } = useDraft()
  const [shown, setShown] = useState(shownAtOnce)
  const [sourcesOf, setSourcesOf] = useState<string | null>(null)
  const [added, setAdded] = useState<string | null>(null)
  const [dragged, setDragged] = useState<string | null>(null)
  const table = useRef<HTMLTableElement>(null)
  const { line: texts, draft: draftTexts } = invoices
  const { lines } = draft

  const moveTo = (id: string, place: number) => {
    const ids = lines.map((line) => line.id).filter((one) => one !== id)
    ids.splice(place, 0, id)
    if (place < 0 || place >= lines.length || ids.every((one, index) => one === lines[index]?.id)) return
    void act((now) => put(`/drafts/${now.id}/line-order`, { version: now.version, lineIds: ids }, Invoice)).then(() =>
      focusCell(table.current, id, 'text'),
    )
  }
  const add = (isText: boolean) =>
    void act(async (now) => {
      const blank = { text: draftTexts.newTextLine, productType: null, quantity: '0', unitPrice: '0' }
      const after = await addLine(now, isText ? blank : { text: draftTexts.newLineText })
      const id = after.lines.find((line) => !now.lines.some((known) => known.id === line.id))?.id
      setShown((count) => Math.max(count, after.lines.length))
      setAdded(id ?? null)
      return after
    })
  // Once the new line is there, its text is what is typed next.
  useEffect(() => {
    if (added === null || !lines.some(({ id }) => id === added)) return
    const cell = table.current?.querySelector<HTMLTextAreaElement>(`[data-line="${added}"] textarea`)
    cell?.focus()
    cell?.select()
    setAdded(null)
  }, [added, lines])

  return (
    <section aria-label={invoices.groups.lines}>
      <TableScroll label={invoices.groups.lines} minWidth={860}>
        <table className="line-table" ref={table} onKeyDown={moveBetweenCells} aria-describedby="line-keys">
          <thead>
            <tr>
              <th aria-label={texts.position} className="handle" />
              <th className="text">{texts.text}</th>
              <th className="right number">{texts.quantity}</th>
              <th className="unit">{texts.unit}</th>
              <th className="right price">{texts.unitPrice}</th>
              <th className="right percent">{texts.discountPercent}</th>
              <th className="account">{texts.account}</th>
              <th className="right amount">{texts.net}</th>
              <th aria-label={ui.more} className="menu" />
            </tr>
          </thead>
          {lines.slice(0, shown).map((line, index) => (
            <DraftLine
              key={line.id}
              line={line}
              index={index}
              count={lines.length}
              onMove={(place) => moveTo(line.id, place)}
              onSources={() => setSourcesOf(line.id)}
              isDragged={dragged === line.id}
              onDrag={setDragged}
              onDrop={() => {
                if (dragged && dragged !== line.id) moveTo(dragged, index)
                setDragged(null)
              }}
            />
          ))}
        </table>
        {lines.length === 0 ? (
          <Text size="sm" p="md">
            {texts.none}
          </Text>
        ) : null}
      </TableScroll>
      <VisuallyHidden id="line-keys">{draftTexts.keys}</VisuallyHidden>
      <Group p="xs" gap="xs" justify="space-between">
        <Group gap="xs">
          {mayChange ? (
            <>
              <Button variant="default" size="xs" onClick={() => add(false)}>
                {draftTexts.addLine}
              </Button>
              <Button variant="default" size="xs" onClick={() => add(true)}>
                {draftTexts.addText}
              </Button>
            </>
          ) : null}
          {lines.length > shown ? (
            <Button variant="subtle" size="xs" onClick={() => setShown((count) => count + shownAtOnce)}>
              {draftTexts.showLines(Math.min(shownAtOnce, lines.length - shown), lines.length)}
            </Button>
          ) : null}
        </Group>
        {mayChange ? (
          <Text size="xs" c="var(--muted)" aria-hidden>
            {draftTexts.keys}
          </Text>
        ) : null}
      </Group>
      <SourcesDrawer line={lines.find(({ id }) => id === sourcesOf)} onClose={() => setSourcesOf(null)} />
    </section>
  )
}

/** Every cell that is typed in carries its column in data-cell. */
function moveBetweenCells(event: KeyboardEvent<HTMLTableElement>): void {
  const cell = event.target as HTMLElement
  const column = cell.dataset.cell
  if (!column || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
  if (!(cell instanceof HTMLInputElement || cell instanceof HTMLTextAreaElement)) return
  const isDown = event.key === 'ArrowDown' || (event.key === 'Enter' && !event.shiftKey)
  const isUp = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey && cell instanceof HTMLInputElement)
  const { selectionStart: from, selectionEnd: to, value } = cell
  // In a text of several lines the arrows first go through the text.
  if (event.key === 'ArrowDown' && value.slice(to ?? 0).includes('\n')) return
  if (event.key === 'ArrowUp' && value.slice(0, from ?? 0).includes('\n')) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-cell]')]
  let next: HTMLElement | undefined
  if (isDown || isUp) {
    const sameColumn = all.filter((one) => one.dataset.cell === column)
    next = sameColumn[sameColumn.indexOf(cell) + (isDown ? 1 : -1)]
  } else if (event.key === 'ArrowLeft' && from === 0 && to === 0) next = all[all.indexOf(cell) - 1]
  else if (event.key === 'ArrowRight' && from === value.length) next = all[all.indexOf(cell) + 1]
  else return
  event.preventDefault()
  // At the end of the column Enter still saves what was typed.
  if (!next) {
    cell.blur()
    return
  }
  next.focus()
  if (next instanceof HTMLInputElement || next instanceof HTMLTextAreaElement) next.select()
}

export function focusCell(table: HTMLElement | null, line: string, column: string): void {
  requestAnimationFrame(() =>
    table?.querySelector<HTMLElement>(`[data-line="${line}"] [data-cell="${column}"]`)?.focus(),
  )
}
