// The inputs of a draft's heading. Each saves itself when it is left; an inherited value says where it comes from.
import { Anchor, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { ApiProblem } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { type DraftFields, useDraft } from './use-draft.tsx'

type TextField = {
  [F in keyof DraftFields]: DraftFields[F] extends string | null ? F : never
}[keyof DraftFields]

/** The fault that the server found in this field. */
export function useFieldFault(name: string): string | undefined {
  const { error } = useDraft()
  return error instanceof ApiProblem ? error.fields.find(({ path }) => path === name)?.message : undefined
}

/** Where the value of a field comes from, and the way back to what is inherited. */
export function useOrigin(name: keyof DraftFields): { inherited: unknown; hint: ReactNode } {
  const { invoices } = useTexts()
  const { draft, change, mayChange } = useDraft()
  const resolved = draft.resolved[name]
  const isOwn = draft[name] !== null
  if (!resolved) return { inherited: null, hint: null }
  if (isOwn)
    return {
      inherited: null,
      hint: (
        <>
          {invoices.draft.onDraft}
          {mayChange ? (
            <>
              {' · '}
              <Anchor
                component="button"
                type="button"
                size="xs"
                aria-label={`${invoices.fields[name]}: ${invoices.draft.useInherited}`}
                onClick={() => void change({ [name]: null } as Partial<DraftFields>)}
              >
                {invoices.draft.useInherited}
              </Anchor>
            </>
          ) : null}
        </>
      ),
    }
  const isEmpty = resolved.value === null || resolved.value === ''
  return { inherited: resolved.value, hint: isEmpty ? null : invoices.levels[resolved.from] }
}

export function DraftText(props: { name: TextField; maxLength: number; multiline?: boolean; wide?: boolean }) {
  const { invoices } = useTexts()
  const { draft, change, mayChange } = useDraft()
  const { name } = props
  const { inherited, hint } = useOrigin(name)
  const shown = String(draft[name] ?? inherited ?? '')
  const [typed, setTyped] = useState<string | null>(null)
  const fault = useFieldFault(name)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is saved takes the place of what was typed.
  useEffect(() => setTyped(null), [shown])
  const save = () => {
    if (typed === null || typed.trim() === shown.trim()) return setTyped(null)
    void change({ [name]: typed.trim() || null } as Partial<DraftFields>).then((saved) => saved && setTyped(null))
  }
  const shared = {
    label: invoices.fields[name],
    description: hint,
    maxLength: props.maxLength,
    readOnly: !mayChange,
    value: typed ?? shown,
    error: fault,
    'data-path': name,
    onBlur: save,
    ...(props.wide ? { className: 'wide' } : {}),
  }
  return props.multiline ? (
    <Textarea {...shared} autosize minRows={1} maxRows={12} onChange={(event) => setTyped(event.currentTarget.value)} />
  ) : (
    <TextInput
      {...shared}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && save()}
    />
  )
}

export function DraftDay({ name }: { name: 'invoicedOn' | 'sourcesUntil' | 'rateOn' }) {
  const { invoices } = useTexts()
  const { draft, change, mayChange } = useDraft()
  const fault = useFieldFault(name)
  const saved = draft[name]
  const [typed, setTyped] = useState<string | null | undefined>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is saved takes the place of what was typed.
  useEffect(() => setTyped(undefined), [saved])
  const value = typed === undefined ? saved : typed
  return (
    <DayInput
      label={invoices.fields[name]}
      disabled={!mayChange}
      value={value}
      onChange={setTyped}
      onDone={(day) => {
        if (day !== saved) void change({ [name]: day } as Partial<DraftFields>)
      }}
      error={fault}
      data-path={name}
      {...(name === 'invoicedOn' && value === null ? { description: invoices.draft.onFinalize } : {})}
    />
  )
}

/** A choice of few; empty inherits. */
export function DraftChoice(props: {
  name: keyof DraftFields
  options: readonly { value: string; label: string }[]
  /** What is stored for an option; the option itself, if nothing is said. */
  store?: (value: string) => unknown
  /** An option for null where nothing is inherited. */
  empty?: string
}) {
  const { invoices } = useTexts()
  const { draft, change, mayChange } = useDraft()
  const { name, options, store = (value) => value } = props
  const { inherited, hint } = useOrigin(name)
  const own = draft[name]
  const shown = own ?? inherited
  const fault = useFieldFault(name)
  return (
    <NativeSelect
      label={invoices.fields[name]}
      description={hint}
      disabled={!mayChange}
      error={fault}
      data-path={name}
      value={shown === null || shown === undefined ? '' : String(shown)}
      data={[
        ...(props.empty !== undefined || shown === null || shown === undefined
          ? [{ value: '', label: props.empty ?? '–' }]
          : []),
        ...options,
      ]}
      onChange={(event) => {
        const value = event.currentTarget.value
        void change({ [name]: value === '' ? null : store(value) } as Partial<DraftFields>)
      }}
    />
  )
}

/** A whole number or a rate; empty inherits. */
export function DraftNumber(props: { name: 'paymentDays' | 'exchangeRate'; read: (text: string) => unknown }) {
  const { invoices } = useTexts()
  const { draft, change, mayChange } = useDraft()
  const { name } = props
  const { inherited, hint } = useOrigin(name)
  const shown = String(draft[name] ?? inherited ?? '')
  const [typed, setTyped] = useState<string | null>(null)
  const fault = useFieldFault(name)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is saved takes the place of what was typed.
  useEffect(() => setTyped(null), [shown])
  const save = () => {
    if (typed === null || typed.trim() === shown) return setTyped(null)
    const value = typed.trim() === '' ? null : props.read(typed)
    void change({ [name]: value } as Partial<DraftFields>).then((saved) => saved && setTyped(null))
  }
  return (
    <TextInput
      label={invoices.fields[name]}
      description={hint}
      inputMode="decimal"
      readOnly={!mayChange}
      value={typed ?? shown}
      error={fault}
      data-path={name}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
    />
  )
}
