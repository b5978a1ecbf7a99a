import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useTexts } from '../texts/texts.tsx'

/** A column's title that orders the list: first up, then down. */
export function SortButton(props: {
  name: string
  sort: string
  current: string | undefined
  onSort: (sort: string) => void
}) {
  const { ui } = useTexts()
  const isUp = props.current === props.sort
  const isDown = props.current === `-${props.sort}`
  return (
    <button
      type="button"
      className="sort-button"
      title={ui.sortedBy(props.name)}
      onClick={() => props.onSort(isUp ? `-${props.sort}` : props.sort)}
    >
      {props.name}
      {isUp ? <IconArrowUp size={14} aria-hidden /> : null}
      {isDown ? <IconArrowDown size={14} aria-hidden /> : null}
    </button>
  )
}
