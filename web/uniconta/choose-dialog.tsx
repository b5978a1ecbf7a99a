// What a person may choose about a document on its way: each choice with what it does, and why it was made.
import {
  Alert,
  Button,
  Checkbox,
  Group,
  Modal,
  NumberInput,
  Radio,
  Skeleton,
  Stack,
  Text,
  Textarea,
} from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type ChoiceName, FoundThere, PostingDetail } from '../../src/uniconta/posting.ts'
import { get, post } from '../api.ts'
import { StateBadge } from '../sync/state-badge.tsx'
import { useTexts } from '../texts/texts.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { FaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import { BothSides } from './posting-facts.tsx'
import { usePosting } from './posting-query.ts'
import { useUnicontaTexts } from './texts.ts'

export function ChooseDialog({ id, number, onClose }: { id: string; number: string; onClose: () => void }) {
  const { postings } = useUnicontaTexts()
  const query = usePosting(id)
  return (
    <Modal opened onClose={onClose} title={postings.dialog.title(number)} size="lg">
      {query.isPending ? <Skeleton height={160} /> : null}
      {query.error ? <FaultText error={query.error} onRetry={() => query.refetch()} /> : null}
      {query.data ? <Choices posting={query.data} onClose={onClose} /> : null}
    </Modal>
  )
}

function Choices({ posting, onClose }: { posting: PostingDetail; onClose: () => void }) {
  const { postings } = useUnicontaTexts()
  const { ui } = useTexts()
  const { dialog } = postings
  const format = useFormat()
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<ChoiceName | null>(null)
  const [reason, setReason] = useState('')
  const [found, setFound] = useState<FoundThere | null>(null)
  const [accepts, setAccepts] = useState(false)
  const [day, setDay] = useState<string | null>(null)
  const [isMeant, setMeant] = useState(false)
  const taking = useMutation({
    mutationFn: (choice: object) => post(`/postings/${posting.id}/choose`, choice, PostingDetail),
    async onSuccess() {
      await queries.invalidateQueries()
      onClose()
    },
    onError: () => queries.invalidateQueries({ queryKey: ['/postings', posting.id] }),
  })
  // A choice that is offered no more, because the document has moved on, is chosen no more.
  const offer = posting.choices.find(({ choice }) => choice === chosen)
  const isEarly = day !== null && day < posting.invoicedOn
  const more = {
    ...(chosen === 'mark-as-transferred' && found ? { number: found.there.number, acceptDifferences: accepts } : {}),
    ...(chosen === 'go-on' ? { before: posting.shownStep?.before } : {}),
    ...(chosen === 'posting-date' ? { day, beforeItsDay: isEarly && isMeant } : {}),
  }
  const isReady =
    offer !== undefined &&
    !(offer.needsReason && reason.trim() === '') &&
    !(chosen === 'mark-as-transferred' && (!found || (found.differences.length > 0 && !accepts))) &&
    !(chosen === 'posting-date' && (day === null || (isEarly && !isMeant)))
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) taking.mutate({ choice: chosen, reason: reason.trim() || null, ...more })
      }}
    >
      <Stack>
        <Group gap="sm" align="flex-start" wrap="nowrap">
          <StateBadge sync={posting.sync} />
          <Text size="sm">{posting.sync.text}</Text>
        </Group>
        {posting.there && posting.step !== 'settled' ? (
          <BothSides posting={posting} there={posting.there} differences={posting.differences} />
        ) : null}
        {posting.choices.length === 0 ? <Text size="sm">{dialog.none}</Text> : null}
        {posting.choices.length > 0 ? (
          <Radio.Group
            label={dialog.choices}
            value={chosen}
            onChange={(value) => {
              setChosen(value as ChoiceName)
              taking.reset()
            }}
          >
            <Stack gap="sm" mt={6}>
              {posting.choices.map(({ choice }) => (
                <Radio
                  key={choice}
                  value={choice}
                  label={postings.choices[choice].name}
                  description={postings.choices[choice].does}
                />
              ))}
            </Stack>
          </Radio.Group>
        ) : null}
        {offer && chosen === 'mark-as-transferred' ? (
          <ThereByNumber posting={posting} found={found} onFound={setFound} accepts={accepts} onAccept={setAccepts} />
        ) : null}
        {offer && chosen === 'posting-date' ? (
          <>
            <DayInput label={dialog.day} value={day} onChange={setDay} />
            {isEarly ? (
              <Checkbox
                label={dialog.before(format.day(posting.invoicedOn))}
                checked={isMeant}
                onChange={(event) => setMeant(event.currentTarget.checked)}
              />
            ) : null}
          </>
        ) : null}
        {offer ? (
          <Textarea
            label={dialog.reason}
            description={dialog.reasonHint}
            required={offer.needsReason}
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : null}
        {taking.error ? <FaultText error={taking.error} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {ui.cancel}
          </Button>
          {posting.choices.length > 0 ? (
            <Button type="submit" loading={taking.isPending} disabled={!isReady}>
              {offer ? postings.choices[offer.choice].yes : postings.choose}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </form>
  )
}

/** The invoice there, read before anybody says that it is ours. */
function ThereByNumber(props: {
  posting: PostingDetail
  found: FoundThere | null
  onFound: (found: FoundThere | null) => void
  accepts: boolean
  onAccept: (accepts: boolean) => void
}) {
  const { postings } = useUnicontaTexts()
  const { dialog } = postings
  const { posting, found, onFound, onAccept } = props
  const [number, setNumber] = useState<number | string>(posting.theirNumber ?? '')
  const reading = useQuery({
    queryKey: ['/postings', posting.id, 'there', number],
    queryFn: () => get(`/postings/${posting.id}/there?number=${number}`, FoundThere),
    enabled: false,
    retry: false,
  })
  const read = async () => {
    onFound(null)
    onAccept(false)
    const { data } = await reading.refetch()
    if (data) onFound(data)
  }
  return (
    <Stack gap="sm">
      <Group align="flex-end" gap="sm">
        <NumberInput
          label={dialog.theirNumber}
          hideControls
          allowDecimal={false}
          allowNegative={false}
          max={2_147_483_647}
          value={number}
          onChange={(value) => {
            setNumber(value)
            onFound(null)
          }}
        />
        <Button
          variant="default"
          loading={reading.isFetching}
          disabled={number === '' || number === 0}
          onClick={() => void read()}
        >
          {dialog.read}
        </Button>
      </Group>
      {reading.error && !found ? <FaultText error={reading.error} /> : null}
      <div role="status">
        {found ? (
          <Stack gap="sm">
            <BothSides posting={posting} {...found} />
            {found.differences.length === 0 ? <Text size="sm">{dialog.same}</Text> : null}
          </Stack>
        ) : null}
      </div>
      {found && found.differences.length > 0 ? (
        <Alert color="yellow">
          <Text size="sm" mb="xs">
            {dialog.differs}
          </Text>
          <Checkbox
            label={dialog.accept}
            checked={props.accepts}
            onChange={(event) => onAccept(event.currentTarget.checked)}
          />
        </Alert>
      ) : null}
    </Stack>
  )
}
