// Everything on a draft saves itself, one change after the other. When somebody else saved meanwhile, changes of other fields
// go through; where both changed the same, both stand side by side and a person chooses.
import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react'
import { DraftChange, Invoice, type InvoiceLine, LineInput } from '../../src/invoices/invoice.ts'
import { ApiProblem, get, post, put } from '../api.ts'
import { invoiceChanged } from '../invoices/invoice-query.ts'

export type DraftFields = Omit<DraftChange, 'version' | 'kind'>
export type LineFields = LineInput

export type DraftConflict = {
  /** Of a line its place on the draft. */
  line: number | null
  mine: Record<string, unknown>
  theirs: Record<string, unknown>
  /** Saves mine over it. */
  keepMine: () => void
}

type DraftSaving = {
  draft: Invoice
  mayChange: boolean
  isSaving: boolean
  savedAt: Date | null
  /** What the last change met; it is forgotten with the next one. */
  error: unknown
  conflict: DraftConflict | null
  settle: () => void
  /** True when it is saved. */
  change: (fields: Partial<DraftFields>) => Promise<boolean>
  changeLine: (line: InvoiceLine, fields: Partial<LineFields>) => Promise<boolean>
  /** Any other change: gets the newest draft, answers it as it is afterwards. */
  act: (write: (draft: Invoice) => Promise<Invoice>) => Promise<boolean>
}

const DraftContext = createContext<DraftSaving | null>(null)

export function useDraft(): DraftSaving {
  const saving = useContext(DraftContext)
  if (!saving) throw new Error('useDraft stands outside of a draft.')
  return saving
}

const changeOf = (draft: Invoice): DraftFields => {
  const { version: _version, ...fields } = DraftChange.strip().parse(draft)
  return fields
}
export const fieldsOfLine = (line: InvoiceLine): LineFields => LineInput.strip().parse(line)

export function DraftProvider({
  draft,
  mayChange,
  children,
}: {
  draft: Invoice
  mayChange: boolean
  children: ReactNode
}) {
  const queries = useQueryClient()
  const { id } = draft
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const [waiting, setWaiting] = useState(0)
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [conflict, setConflict] = useState<DraftConflict | null>(null)

  const act = useCallback(
    (write: (draft: Invoice) => Promise<Invoice>): Promise<boolean> => {
      setWaiting((count) => count + 1)
      const done = queue.current.then(async () => {
        try {
          const newest = queries.getQueryData<Invoice>(['/invoices', id])
          if (!newest) throw new Error('The draft is not loaded.')
          invoiceChanged(queries, await write(newest))
          setError(null)
          setSavedAt(new Date())
          return true
        } catch (fault) {
          setError(fault)
          return false
        } finally {
          setWaiting((count) => count - 1)
        }
      })
      queue.current = done
      return done
    },
    [queries, id],
  )

  /** Writes; after a lost update looks at what is saved, and writes again when that touches none of the same fields. */
  const writeOver = useCallback(
    async <F extends Record<string, unknown>>(options: {
      line: number | null
      before: F
      fields: Partial<F>
      readNow: (draft: Invoice) => F | undefined
      write: (draft: Invoice) => Promise<Invoice>
      again: () => void
      newest: Invoice
    }): Promise<Invoice> => {
      try {
        return await options.write(options.newest)
      } catch (fault) {
        if (!(fault instanceof ApiProblem) || fault.status !== 409 || fault.current === undefined) throw fault
        const current = await get(`/invoices/${id}`, Invoice)
        if (current.version === options.newest.version) throw fault
        const theirs = options.readNow(current)
        const both = Object.keys(options.fields).filter(
          (name) =>
            !same(theirs?.[name], options.before[name]) && !same(theirs?.[name], options.fields[name as keyof F]),
        )
        if (current.state !== 'finalized' && theirs && both.length === 0) return options.write(current)
        queries.setQueryData(['/invoices', id], current)
        if (theirs && current.state !== 'finalized')
          setConflict({
            line: options.line,
            mine: pick(options.fields, both),
            theirs: pick(theirs, both),
            keepMine: options.again,
          })
        throw fault
      }
    },
    [queries, id],
  )

  const change = useCallback(
    (fields: Partial<DraftFields>): Promise<boolean> => {
      const before = changeOf(queries.getQueryData<Invoice>(['/invoices', id]) ?? draft)
      return act((newest) =>
        writeOver({
          line: null,
          before,
          fields,
          newest,
          readNow: changeOf,
          write: (now) => changeDraft(now, fields),
          again: () => void change(fields),
        }),
      )
    },
    [act, writeOver, draft, id, queries],
  )

  const changeLine = useCallback(
    (line: InvoiceLine, fields: Partial<LineFields>): Promise<boolean> => {
      const path = `/drafts/${id}/lines/${line.id}`
      const lineOf = (now: Invoice) => now.lines.find((one) => one.id === line.id)
      return act((newest) =>
        writeOver({
          line: line.position,
          before: fieldsOfLine(line),
          fields,
          newest,
          readNow: (now) => {
            const found = lineOf(now)
            return found && fieldsOfLine(found)
          },
          write: (now) => put(path, { ...fieldsOfLine(lineOf(now) ?? line), ...fields, version: now.version }, Invoice),
          again: () => void changeLine(line, fields),
        }),
      )
    },
    [act, writeOver, id],
  )

  const value = useMemo(
    () => ({
      draft,
      mayChange,
      isSaving: waiting > 0,
      savedAt,
      error: conflict ? null : error,
      conflict,
      settle: () => {
        setConflict(null)
        setError(null)
      },
      change,
      changeLine,
      act,
    }),
    [draft, mayChange, waiting, savedAt, error, conflict, change, changeLine, act],
  )
  return <DraftContext value={value}>{children}</DraftContext>
}

/** Changes some fields of a draft as it was last seen. */
export const changeDraft = (draft: Invoice, fields: Partial<Omit<DraftChange, 'version'>>) =>
  put(`/drafts/${draft.id}`, { ...changeOf(draft), ...fields, version: draft.version }, Invoice)

export const addLine = (draft: Invoice, fields: Partial<LineFields> & { text: string }, position?: number) =>
  post(`/drafts/${draft.id}/lines`, { ...LineInput.parse(fields), version: draft.version, position }, Invoice)

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

const pick = (all: object, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, (all as Record<string, unknown>)[name]]))
