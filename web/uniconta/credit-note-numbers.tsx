// Whether credit notes share the series of invoices: what is known of it, and giving them their own or taking it back.
import { Alert, Button, Group, NumberInput, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { CreditNoteNumbers } from '../../src/uniconta/posting.ts'
import { ApiProblem, get, put } from '../api.ts'
import { useMay } from '../session.tsx'
import { FaultText } from '../ui/fault.tsx'
import { creditNotesQuery } from './posting-query.ts'
import { useUnicontaTexts } from './texts.ts'

export function CreditNotes() {
  const { credits } = useUnicontaTexts().postings
  const mayChange = useMay('change settings')
  const { data, error } = useQuery(creditNotesQuery)
  const [isOpen, setIsOpen] = useState(false)
  if (error) return <FaultText error={error} />
  if (!data) return null
  const isOwn = data.series === 'credit-note'
  // Few companies need it, so the fields come when they are asked for, or when something was learned.
  const isAsked = isOpen || isOwn || data.shares?.value === false
  return (
    <Stack component="section" aria-label={credits.title} gap="xs">
      <Title order={3} size="sm">
        {credits.title}
      </Title>
      <Text size="sm">{isOwn ? credits.own(data.serie ?? credits.unnamed) : credits.shared}</Text>
      {!isOwn && data.shares?.value === false ? (
        <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />}>
          <Text size="sm">{credits.learned(data.shares.by)}</Text>
        </Alert>
      ) : null}
      {isOwn && data.shares?.value ? (
        <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />}>
          <Text size="sm">{credits.learnedShared(data.shares.by)}</Text>
        </Alert>
      ) : null}
      {mayChange && isAsked ? <Change key={`${data.series} ${data.version}`} stored={data} /> : null}
      {mayChange && !isAsked ? (
        <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setIsOpen(true)}>
          {credits.give}
        </Button>
      ) : null}
    </Stack>
  )
}

function Change({ stored }: { stored: CreditNoteNumbers }) {
  const { credits, dialog } = useUnicontaTexts().postings
  const queries = useQueryClient()
  const isOwn = stored.series === 'credit-note'
  const [serie, setSerie] = useState(stored.serie ?? '')
  const [read, setRead] = useState(stored)
  const [prefix, setPrefix] = useState(stored.prefix)
  const [reason, setReason] = useState('')
  const reading = useMutation({
    mutationFn: () => get(`/postings/credit-notes?serie=${encodeURIComponent(serie.trim())}`, CreditNoteNumbers),
    onSuccess: setRead,
  })
  const saving = useMutation({
    mutationFn: (body: object) => put('/postings/credit-notes', body, CreditNoteNumbers),
    onSuccess: () => queries.invalidateQueries(),
  })
  const said = { version: stored.version, reason: reason.trim() }
  const fields = saving.error instanceof ApiProblem ? saving.error.fields : []
  const faultOf = (name: string) => fields.find(({ path }) => path === name)?.message
  const isRead = read.serie === serie.trim() && read.next !== null
  if (stored.waiting > 0 && !isOwn) return <Text size="sm">{credits.waiting(stored.waiting)}</Text>
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate({ series: 'credit-note', serie: serie.trim(), next: read.next, prefix, ...said })
      }}
    >
      <Stack gap="sm">
        <Group align="end" gap="sm">
          <TextInput
            label={credits.serie}
            description={credits.serieHint}
            maxLength={20}
            value={serie}
            onChange={(event) => setSerie(event.currentTarget.value)}
            error={faultOf('serie')}
          />
          <Button
            variant="default"
            loading={reading.isPending}
            disabled={serie.trim() === ''}
            onClick={() => reading.mutate()}
          >
            {credits.read}
          </Button>
        </Group>
        {reading.error ? <FaultText error={reading.error} /> : null}
        <NumberInput
          label={credits.next}
          description={isRead ? undefined : credits.notRead}
          readOnly
          hideControls
          value={isRead ? (read.next ?? '') : ''}
          error={faultOf('next')}
        />
        <TextInput
          label={credits.prefix}
          description={isRead ? credits.prefixHint(`${prefix}${read.next}`) : undefined}
          maxLength={10}
          value={prefix}
          onChange={(event) => setPrefix(event.currentTarget.value)}
          error={faultOf('prefix')}
        />
        <Textarea
          label={dialog.reason}
          description={dialog.reasonHint}
          required
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {saving.error && fields.length === 0 ? <FaultText error={saving.error} /> : null}
        <Group justify="flex-end">
          {isOwn ? (
            <Button
              variant="default"
              loading={saving.isPending}
              disabled={said.reason === ''}
              onClick={() => saving.mutate({ series: 'invoice', ...said })}
            >
              {credits.shareAgain}
            </Button>
          ) : null}
          <Button type="submit" variant="default" loading={saving.isPending} disabled={said.reason === '' || !isRead}>
            {isOwn ? credits.rename : credits.give}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
