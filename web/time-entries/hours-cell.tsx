// One cell, as in a spreadsheet: typing writes over it, arrows go on, Enter or F2 changes what stands there. What it says about
// itself while it has the focus is `hint`.
import { Tooltip } from '@mantine/core'
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react'
import { pastedCells } from './pasted-cells.ts'

export type Move = 'up' | 'down' | 'left' | 'right' | 'first' | 'last'

const moves: Readonly<Record<string, Move>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
}

export function HoursCell(props: {
  label: string
  /** What stands there when nobody types. */
  text: string
  isWrong: boolean
  readOnly: boolean
  hint: string | undefined
  onType: (text: string) => void
  /** Escape in a cell where nothing is being typed. */
  onTakeBack: () => void
  onMove?: (move: Move) => void
  /** Several cells, by rows. */
  onPaste?: (cells: string[][]) => void
  onNote: () => void
  place?: string
}) {
  const { text } = props
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  // The blur that follows a key must not commit a second time.
  const latest = useRef<string | null>(null)
  const [isChanging, setChanging] = useState(false)
  const [hasFocus, setFocus] = useState(false)

  const type = (value: string | null) => {
    latest.current = value
    setTyped(value)
  }
  const commit = () => {
    const value = latest.current
    type(null)
    setChanging(false)
    if (value !== null && value !== text) props.onType(value)
  }
  const change = () => {
    if (props.readOnly) return
    setChanging(true)
    input.current?.setSelectionRange(text.length, text.length)
  }
  const onPaste = (event: ClipboardEvent) => {
    const cells = props.onPaste && pastedCells(event.clipboardData.getData('text/plain'))
    if (!cells) return
    event.preventDefault()
    type(null)
    setChanging(false)
    props.onPaste?.(cells)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { key } = event
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return
    const move = moves[key]
    if (key === 'F2' && event.shiftKey) {
      commit()
      props.onNote()
    } else if (event.shiftKey) return
    else if (move) {
      if (isChanging && move !== 'up' && move !== 'down') return
      commit()
      if (!props.onMove) return
      props.onMove(move)
    } else if (key === 'Enter') {
      if (typed === null && !isChanging && !props.readOnly) change()
      else {
        commit()
        props.onMove?.('down')
        if (!props.onMove) input.current?.blur()
      }
    } else if (key === 'F2') change()
    else if (key === 'Escape') {
      if (typed === null && !isChanging) props.onTakeBack()
      type(null)
      setChanging(false)
      requestAnimationFrame(() => input.current?.select())
    } else if ((key === 'Delete' || key === 'Backspace') && typed === null && !isChanging) {
      if (!props.readOnly) {
        type('')
        commit()
      }
    } else return
    event.preventDefault()
  }

  return (
    <Tooltip
      label={props.hint}
      opened={hasFocus && props.hint !== undefined}
      multiline
      maw={320}
      withArrow
      position="bottom"
      color={props.isWrong ? 'red.9' : 'dark.7'}
      transitionProps={{ duration: 0 }}
    >
      <input
        ref={input}
        className="hours-input"
        aria-label={props.label}
        aria-invalid={props.isWrong}
        readOnly={props.readOnly}
        inputMode="decimal"
        autoComplete="off"
        maxLength={30}
        data-place={props.place}
        data-changing={isChanging || undefined}
        value={typed ?? text}
        onChange={(event) => type(event.currentTarget.value)}
        onFocus={(event) => {
          setFocus(true)
          event.currentTarget.select()
        }}
        onBlur={() => {
          setFocus(false)
          commit()
        }}
        onDoubleClick={change}
        onPaste={onPaste}
        onKeyDown={onKeyDown}
      />
    </Tooltip>
  )
}
