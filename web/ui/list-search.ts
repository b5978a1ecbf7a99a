// What the address of a list holds: a link to a list is a saved view.

export type ListSearch = {
  search?: string
  sort?: string
  /** Columns that are shown, when they are not the usual ones. */
  columns?: string[]
  density?: 'compact'
  /** The chosen values of each filter. */
  [filter: string]: string | string[] | undefined
}

/** For `validateSearch` of a list's route: keeps what a list understands, and every filter as a list. */
export function listSearch(...filters: readonly string[]) {
  return (given: Record<string, unknown>): ListSearch => {
    const search: ListSearch = {}
    if (typeof given.search === 'string' && given.search) search.search = given.search
    if (typeof given.sort === 'string') search.sort = given.sort
    if (given.density === 'compact') search.density = 'compact'
    for (const name of ['columns', ...filters]) {
      const values = listOf(given[name])
      if (values.length > 0) search[name] = values
    }
    return search
  }
}

function listOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String)
  return value === undefined || value === '' ? [] : [String(value)]
}
