// The table of a list. Only the lines in sight are there; columns grow with what was seen and never shrink, so nothing jumps.
import { Checkbox, Group, Skeleton, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type MouseEvent, type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useTexts } from '../texts/texts.tsx'
import { useFormat } from './format.ts'
import { SortButton } from './sort-button.tsx'
import type { ListPages, Range } from './use-list-pages.ts'

export type Column<Row> = {
  key: string
  title: string
  cell: (row: Row) => ReactNode
  /** The name of the order in the API. */
  sort?: string
  right?: boolean
  /** Not shown until it is chosen. */
  optional?: boolean
}

type LinesProps<Row extends { id: string }> = {
  title: string
  pages: ListPages<Row>
  total: number
  columns: readonly Column<Row>[]
  sort: string | undefined
  onSort: (sort: string) => void
  rowHeight: number
  hrefOf: (row: Row) => string
  nameOf: (row: Row) => string
  /** The ticked lines by id; undefined where nothing can be done with them. */
  ticked: ReadonlyMap<string, Row> | undefined
  onTick: (ticked: ReadonlyMap<string, Row>) => void
  onRange: (range: Range) => void
}

export function ListLines<Row extends { id: string }>(props: LinesProps<Row>) {
  const { ui } = useTexts()
  const format = useFormat()
  const { pages, total, columns, ticked, onRange, rowHeight } = props
  const scroll = useRef<HTMLElement>(null)
  const lines = useVirtualizer({
    count: total,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another density changes the height of every line.
  useEffect(() => lines.measure(), [rowHeight])
  const visible = lines.getVirtualItems()
  const first = visible[0]?.index ?? 0
  const last = visible.at(-1)?.index ?? 0
  useEffect(() => onRange({ first, last }), [first, last, onRange])
  const head = useRef<HTMLTableRowElement>(null)
  useGrowingColumns(head, columns.map(({ key }) => key).join())

  const above = visible[0]?.start ?? 0
  const below = lines.getTotalSize() - (visible.at(-1)?.end ?? 0)
  return (
    <>
      <section
        className="list-scroll"
        ref={scroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard.
        tabIndex={0}
        aria-label={props.title}
        data-scroll-restoration-id="list"
      >
        <table className="list-table" aria-rowcount={total + 1}>
          <thead>
            <tr ref={head}>
              {ticked ? (
                <th scope="col" className="stays tick">
                  <TickAll rows={pages.loaded} ticked={ticked} onTick={props.onTick} />
                </th>
              ) : null}
              {columns.map((column, index) => (
                <th
                  key={column.key}
                  scope="col"
                  className={classOf(column, index)}
                  aria-sort={ariaSort(column.sort, props.sort)}
                >
                  {column.sort ? (
                    <SortButton name={column.title} sort={column.sort} current={props.sort} onSort={props.onSort} />
                  ) : (
                    column.title
                  )}
                </th>
              ))}
              <td className="filler" />
            </tr>
          </thead>
          <tbody>
            {above > 0 ? <tr aria-hidden style={{ height: above }} /> : null}
            {visible.map(({ index }) => {
              const row = pages.rowAt(index)
              return row ? (
                <Line key={row.id} {...props} row={row} index={index} />
              ) : (
                <tr key={index} aria-hidden style={{ height: rowHeight }}>
                  <td colSpan={columns.length + 2}>
                    <Skeleton height={12} width="60%" />
                  </td>
                </tr>
              )
            })}
            {below > 0 ? <tr aria-hidden style={{ height: below }} /> : null}
          </tbody>
        </table>
      </section>
      <Group justify="space-between">
        <Text size="sm" c="dimmed" className="figures">
          {ui.total(format.count(total), total)}
        </Text>
        <Text size="sm" c="dimmed" role="status">
          {pages.isLoading ? ui.loadingMore : ''}
        </Text>
      </Group>
    </>
  )
}

function Line<Row extends { id: string }>(props: LinesProps<Row> & { row: Row; index: number }) {
  const { ui } = useTexts()
  const navigate = useNavigate()
  const { row, ticked } = props
  const isTicked = ticked?.has(row.id) ?? false
  const open = (event: MouseEvent) => {
    if ((event.target as HTMLElement).closest('a, button, input, label')) return
    if (event.button === 1 || event.metaKey || event.ctrlKey) window.open(props.hrefOf(row), '_blank', 'noopener')
    else if (event.button === 0) void navigate({ href: props.hrefOf(row) })
  }
  const tick = () => {
    const next = new Map(ticked)
    if (!next.delete(row.id)) next.set(row.id, row)
    props.onTick(next)
  }
  return (
    <tr
      style={{ height: props.rowHeight }}
      aria-rowindex={props.index + 2}
      {...(isTicked ? { 'data-chosen': true } : {})}
      onClick={open}
      onAuxClick={open}
    >
      {ticked ? (
        <td className="stays tick">
          <Checkbox size="xs" aria-label={ui.choose(props.nameOf(row))} checked={isTicked} onChange={tick} />
        </td>
      ) : null}
      {props.columns.map((column, index) => (
        <td key={column.key} className={classOf(column, index)}>
          {column.cell(row)}
        </td>
      ))}
      <td className="filler" />
    </tr>
  )
}

function TickAll<Row extends { id: string }>(props: {
  rows: readonly Row[]
  ticked: ReadonlyMap<string, Row>
  onTick: (ticked: ReadonlyMap<string, Row>) => void
}) {
  const { ui } = useTexts()
  const { rows, ticked, onTick } = props
  const allTicked = rows.length > 0 && rows.every((row) => ticked.has(row.id))
  return (
    <Checkbox
      size="xs"
      aria-label={ui.chooseAll}
      checked={allTicked}
      indeterminate={!allTicked && ticked.size > 0}
      onChange={() =>
        onTick(allTicked ? new Map() : new Map([...ticked, ...rows.map((row) => [row.id, row] as const)]))
      }
    />
  )
}

/** Gives each column at least the width it once had, as long as the same columns are shown. */
function useGrowingColumns(head: RefObject<HTMLTableRowElement | null>, shown: string): void {
  const widths = useRef<{ shown: string; px: number[] }>({ shown: '', px: [] })
  useLayoutEffect(() => {
    const cells = [...(head.current?.querySelectorAll<HTMLElement>('th') ?? [])]
    if (widths.current.shown !== shown) {
      widths.current = { shown, px: [] }
      for (const cell of cells) cell.style.minWidth = ''
    }
    const known = widths.current.px
    cells.forEach((cell, index) => {
      known[index] = Math.max(known[index] ?? 0, cell.offsetWidth)
      cell.style.minWidth = `${known[index]}px`
    })
  })
}

function classOf(column: { right?: boolean }, index: number): string {
  return [index === 0 ? 'stays' : '', column.right ? 'right figures' : ''].filter(Boolean).join(' ')
}

function ariaSort(sort: string | undefined, current: string | undefined) {
  if (!sort || !current) return undefined
  if (current === sort) return 'ascending'
  return current === `-${sort}` ? 'descending' : undefined
}
