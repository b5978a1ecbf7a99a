// Saves cells as they are typed. One rule: of each cell one request is on its way at a time, and the next one carries all that was
// typed since, so quick edits never overtake each other.

export type CellState =
  | { state: 'saving' | 'saved' }
  /** The server was not reached; it is tried again by itself. */
  | { state: 'waiting' }
  /** Refused: a person has to change it, try again or take it back. */
  | { state: 'failed'; error: unknown }

export type UnsavedCell<Change> = { change: Change; status: CellState }
export type Cells<Change> = ReadonlyMap<string, UnsavedCell<Change>>

export type CellSaver<Change> = {
  /** What is not saved, and what was saved just now. */
  cells(): Cells<Change>
  subscribe(listener: () => void): () => void
  save(key: string, change: Change): void
  retry(key: string): void
  /** Shows again what the server has. */
  takeBack(key: string): void
  /** Sends at once what waits for the server. */
  wake(): void
  /** Settles when nothing is on its way any more; true if everything is saved. */
  isSaved(): Promise<boolean>
}

const shownAsSavedMs = 2_500
const delaysMs = [2_000, 5_000, 15_000, 30_000]

export function createCellSaver<Change extends object, Saved>(options: {
  send: (key: string, change: Change) => Promise<Saved>
  /** The cell as the server has it now. */
  onSaved: (key: string, saved: Saved) => void
  /** Whether the same request may succeed later, without anybody changing it. */
  mayPass: (error: unknown) => boolean
}): CellSaver<Change> {
  let cells: Cells<Change> = new Map()
  const listeners = new Set<() => void>()
  const onTheirWay = new Map<string, Promise<void>>()
  const lost = new Map<string, number>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function put(key: string, cell: UnsavedCell<Change> | undefined): void {
    const next = new Map(cells)
    if (cell) next.set(key, cell)
    else next.delete(key)
    cells = next
    for (const listener of listeners) listener()
  }

  function start(key: string): void {
    if (onTheirWay.has(key)) return
    const way = send(key).finally(() => {
      onTheirWay.delete(key)
      // Typed while the one before was on its way.
      if (cells.get(key)?.status.state === 'saving') start(key)
    })
    onTheirWay.set(key, way)
  }

  async function send(key: string): Promise<void> {
    const sent = cells.get(key)?.change
    if (!sent) return
    try {
      const saved = await options.send(key, sent)
      lost.delete(key)
      options.onSaved(key, saved)
      if (cells.get(key)?.change !== sent) return
      const cell: UnsavedCell<Change> = { change: sent, status: { state: 'saved' } }
      put(key, cell)
      setTimeout(() => cells.get(key) === cell && put(key, undefined), shownAsSavedMs)
    } catch (error) {
      const change = cells.get(key)?.change
      if (!change) return
      if (options.mayPass(error)) {
        lost.set(key, (lost.get(key) ?? 0) + 1)
        put(key, { change, status: { state: 'waiting' } })
        wakeLater()
      } else if (change === sent) {
        put(key, { change, status: { state: 'failed', error } })
      }
    }
  }

  function wakeLater(): void {
    clearTimeout(timer)
    const attempts = Math.max(1, ...lost.values())
    timer = setTimeout(wake, delaysMs[Math.min(attempts, delaysMs.length) - 1])
  }

  function wake(): void {
    for (const [key, { change, status }] of cells)
      if (status.state === 'waiting') {
        put(key, { change, status: { state: 'saving' } })
        start(key)
      }
  }

  return {
    cells: () => cells,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    save(key, change) {
      const before = cells.get(key)
      const unsaved = before && before.status.state !== 'saved' ? before.change : undefined
      put(key, { change: { ...unsaved, ...change }, status: { state: 'saving' } })
      start(key)
    },
    retry(key) {
      const cell = cells.get(key)
      if (!cell) return
      put(key, { change: cell.change, status: { state: 'saving' } })
      start(key)
    },
    takeBack(key) {
      lost.delete(key)
      put(key, undefined)
    },
    wake,
    async isSaved() {
      while (onTheirWay.size > 0) await Promise.all(onTheirWay.values())
      return [...cells.values()].every(({ status }) => status.state === 'saved')
    },
  }
}
