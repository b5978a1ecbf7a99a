// One line of a draft: its cells, what was registered against what is invoiced, and the reason for the difference.
import { ActionIcon, Button, Group, Menu, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { IconDots, IconGripVertical } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Invoice, type InvoiceLine, lineUnits } from '../../src/invoices/invoice.ts'
import { useAccounts } from '../accounting/accounts-query.ts'
import { ApiProblem, del } from '../api.ts'
import { useLanguage, useTexts } from '../texts/texts.tsx'
import { readDecimal, writeDecimal } from '../ui/decimal.ts'
import { useFormat } from '../ui/format.ts'
import { difference, differs, type FigureField, figureFields, netNow, onlyChanged, type Typed } from './line-figures.ts'
import { LineNotes } from './line-notes.tsx'
import { fieldsOfLine, type LineFields, useDraft } from './use-draft.tsx'

export function DraftLine(props: {
  line: InvoiceLine
  index: number
  count: number
  onMove: (place: number) => void
  onSources: () => void
  isDragged: boolean
  onDrag: (id: string | null) => void
  onDrop: () => void
}) {
  const { line, index } = props
  const { invoices, ui } = useTexts()
  const { draft, changeLine, act, mayChange, error } = useDraft()
  const language = useLanguage()
  const format = useFormat()
  const accounts = useAccounts()
  const [typed, setTyped] = useState<Typed>({})
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const [needsReason, setNeedsReason] = useState(false)
  const reason = useRef<HTMLInputElement>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const { line: texts, draft: draftTexts } = invoices
  const { currency } = draft
  const isText = line.productType === null
  const named = (name: string) => texts.named(name, index + 1)

  useEffect(() => {
    if (needsReason) reason.current?.focus()
  }, [needsReason])

  const set = (fields: Typed) => setTyped((now) => ({ ...now, ...fields }))
  const takeBack = () => {
    setTyped({})
    setFaults({})
    setNeedsReason(false)
  }

  /** What was typed, as it is stored; undefined when a cell holds no figure, which is said at the cell. */
  const read = (): Partial<LineFields> | undefined => {
    const fields: Partial<LineFields> = {}
    const wrong: Record<string, string> = {}
    if (typed.text !== undefined) {
      if (typed.text.trim()) fields.text = typed.text.trim()
      else wrong.text = draftTexts.textMissing
    }
    for (const name of figureFields) {
      const text = typed[name]
      if (text === undefined) continue
      const value = readDecimal(text, language)
      if (value === undefined) wrong[name] = ui.decimalUnread(writeDecimal('1195.5', language, 2))
      else fields[name] = value
    }
    if (typed.reason !== undefined) fields.adjustmentReason = typed.reason.trim() || null
    setFaults(wrong)
    return Object.keys(wrong).length > 0 ? undefined : fields
  }

  const save = async (more: Partial<LineFields> = {}) => {
    const read_ = read()
    if (!read_) return
    const fields = onlyChanged(line, { ...read_, ...more })
    if (Object.keys(fields).length === 0) return takeBack()
    const after = { ...fieldsOfLine(line), ...fields }
    if (differs(line, after, currency)) {
      if (!after.adjustmentReason) return setNeedsReason(true)
    } else if (after.adjustmentReason) fields.adjustmentReason = null
    if (await changeLine(line, fields)) takeBack()
  }
  // What the server found wrong stands at its cell.
  const serverFaults =
    Object.keys(typed).length > 0 && error instanceof ApiProblem
      ? Object.fromEntries(error.fields.map(({ path, message }) => [path, message]))
      : {}
  const faultOf = (name: string) => faults[name] ?? serverFaults[name]

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape' && Object.keys(typed).length > 0) {
      event.preventDefault()
      takeBack()
    }
    if (mayChange && event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      props.onMove(index + (event.key === 'ArrowUp' ? -1 : 1))
    }
  }
  const figure = (name: FigureField, title: string) => (
    <TextInput
      variant="unstyled"
      inputMode="decimal"
      aria-label={named(title)}
      data-cell={name}
      data-path={name}
      readOnly={!mayChange}
      classNames={{ input: 'cell right figures' }}
      value={typed[name] ?? writeDecimal(line[name], language)}
      error={faultOf(name)}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => void save()}
    />
  )
  const now = needsReason || line.registeredNet !== null ? netNow(line, typed, language, currency) : line.net
  return (
    <tbody
      ref={body}
      data-line={line.id}
      className={props.isDragged ? 'dragged' : undefined}
      onKeyDown={onKeyDown}
      onDragOver={(event) => event.preventDefault()}
      onDrop={props.onDrop}
    >
      <tr>
        <td className="handle">
          {mayChange ? (
            // biome-ignore lint/a11y/noStaticElementInteractions: for the mouse only; the keyboard has Alt with arrows and the menu.
            <span
              draggable
              className="drag"
              title={draftTexts.drag(index + 1)}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move'
                event.dataTransfer.setData('text/plain', String(index + 1))
                props.onDrag(line.id)
              }}
              onDragEnd={() => props.onDrag(null)}
            >
              <IconGripVertical size={16} aria-hidden />
            </span>
          ) : null}
        </td>
        <td className="text" colSpan={isText ? 6 : 1}>
          <Textarea
            variant="unstyled"
            autosize
            minRows={1}
            maxRows={8}
            maxLength={1000}
            aria-label={named(texts.text)}
            data-cell="text"
            data-path="text"
            readOnly={!mayChange}
            classNames={{ input: isText ? 'cell words-only' : 'cell' }}
            value={typed.text ?? line.text}
            error={faultOf('text')}
            onChange={(event) => set({ text: event.currentTarget.value })}
            onBlur={() => void save()}
          />
        </td>
        {isText ? null : (
          <>
            <td>{figure('quantity', texts.quantity)}</td>
            <td>
              <NativeSelect
                variant="unstyled"
                aria-label={named(texts.unit)}
                data-cell="unit"
                disabled={!mayChange}
                classNames={{ input: 'cell' }}
                value={line.unit}
                data={lineUnits.map((unit) => ({ value: unit, label: invoices.units[unit] }))}
                onChange={(event) => void save({ unit: event.currentTarget.value as LineFields['unit'] })}
              />
            </td>
            <td>{figure('unitPrice', texts.unitPrice)}</td>
            <td>{figure('discountPercent', texts.discountPercent)}</td>
            <td>
              <NativeSelect
                variant="unstyled"
                aria-label={named(texts.account)}
                data-cell="accountId"
                disabled={!mayChange}
                classNames={{ input: 'cell' }}
                value={line.accountId ?? ''}
                data={[
                  {
                    value: '',
                    label: line.accountId ? texts.usualAccount(null) : texts.usualAccount(line.accountNumber),
                  },
                  ...accounts
                    .filter(({ active, id }) => active || id === line.accountId)
                    .map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` })),
                ]}
                onChange={(event) => void save({ accountId: event.currentTarget.value || null })}
                error={faultOf('accountId')}
              />
            </td>
          </>
        )}
        <td className="right figures amount">{isText ? '' : format.amount(now, currency)}</td>
        <td className="menu">
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={draftTexts.lineMenu(index + 1)}>
                <IconDots size={16} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {line.sources > 0 ? (
                <Menu.Item onClick={props.onSources}>{texts.openSources(line.sources)}</Menu.Item>
              ) : null}
              {mayChange ? (
                <>
                  <Menu.Item disabled={index === 0} onClick={() => props.onMove(index - 1)}>
                    {draftTexts.moveUp}
                  </Menu.Item>
                  <Menu.Item disabled={index === props.count - 1} onClick={() => props.onMove(index + 1)}>
                    {draftTexts.moveDown}
                  </Menu.Item>
                  <Menu.Item
                    c="var(--mantine-color-error)"
                    onClick={() =>
                      void act((draftNow) =>
                        del(`/drafts/${draftNow.id}/lines/${line.id}?version=${draftNow.version}`, Invoice),
                      )
                    }
                  >
                    {ui.delete}
                  </Menu.Item>
                </>
              ) : null}
            </Menu.Dropdown>
          </Menu>
        </td>
      </tr>
      {needsReason ? (
        <tr className="below">
          <td />
          <td colSpan={8}>
            <Group gap="xs" align="flex-end" wrap="nowrap">
              <TextInput
                ref={reason}
                flex={1}
                maw={560}
                required
                label={draftTexts.whyText(
                  format.amount(line.registeredNet ?? line.net, currency),
                  format.amount(now, currency),
                  difference(line.registeredNet ?? line.net, now, currency, invoices, format.amount),
                )}
                maxLength={200}
                value={typed.reason ?? line.adjustmentReason ?? ''}
                error={faultOf('adjustmentReason')}
                onChange={(event) => set({ reason: event.currentTarget.value })}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') {
                    event.preventDefault()
                    void save()
                  }
                }}
              />
              <Button size="sm" disabled={!typed.reason?.trim()} onClick={() => void save()}>
                {ui.save}
              </Button>
              <Button size="sm" variant="default" onClick={takeBack}>
                {draftTexts.takeBack}
              </Button>
            </Group>
          </td>
        </tr>
      ) : (
        <LineNotes line={line} index={index} onSources={props.onSources} />
      )}
    </tbody>
  )
}
