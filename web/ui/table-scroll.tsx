import type { ReactNode } from 'react'

/** Lets a wide table scroll on its own, also by keyboard, so that the page does not. */
export function TableScroll(props: { label: string; minWidth: number; framed?: boolean; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard.
    <section className={props.framed ? 'table-scroll panel' : 'table-scroll'} tabIndex={0} aria-label={props.label}>
      <div style={{ minWidth: props.minWidth }}>{props.children}</div>
    </section>
  )
}
