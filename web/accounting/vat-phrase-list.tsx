import { Divider, Stack, Text, Textarea } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { VatPhrase, VatPhraseChange } from '../../src/accounting/vat-phrase.ts'
import { put } from '../api.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { History } from '../ui/history.tsx'
import { textInputs } from '../ui/inputs.ts'
import { RecordFormFrame, useRecordForm } from '../ui/record-form.tsx'
import { SetUpList } from '../ui/set-up-list.tsx'
import { vatPhrasesQuery } from './accounts-query.ts'
import { type AccountingListProps, EditLink } from './open-link.tsx'

const Phrases = z.object({ items: z.array(VatPhrase) })
const phraseLanguages = ['da', 'nb', 'en'] as const

export function VatPhraseList({ mayChange, open, onClose }: AccountingListProps) {
  const { accounting, ui } = useTexts()
  const texts = accounting.phrases
  const query = useQuery(vatPhrasesQuery)
  const opened = query.data?.items.find(({ category }) => category === open)
  return (
    <>
      <SetUpList
        label={accounting.tabs.phrases}
        hint={texts.hint}
        query={query}
        keyOf={({ category }) => category}
        empty=""
        minWidth={900}
        columns={[
          {
            title: texts.category,
            cell: (one) => (
              <Text fw={600} size="sm">
                {accounting.categories[one.category]}
              </Text>
            ),
          },
          ...phraseLanguages.map((language) => ({
            title: texts.fields[language],
            cell: (one: VatPhrase) => (
              <>
                {one[language] ?? (one.standard[language] || ui.none)}
                {one[language] === null ? null : (
                  <Text size="xs" c="var(--muted)">
                    {texts.own}
                  </Text>
                )}
              </>
            ),
          })),
        ]}
        edit={
          mayChange
            ? (one) => (
                <EditLink
                  tab="phrases"
                  id={one.category}
                  label={texts.editTitle(accounting.categories[one.category])}
                />
              )
            : undefined
        }
      />
      {mayChange ? (
        <FormDrawer title={opened && texts.editTitle(accounting.categories[opened.category])} onClose={onClose}>
          {opened ? <PhraseForm key={open} phrase={opened} onDone={onClose} /> : null}
        </FormDrawer>
      ) : null}
    </>
  )
}

function PhraseForm({ phrase, onDone }: { phrase: VatPhrase; onDone: () => void }) {
  const { accounting, ui } = useTexts()
  const texts = accounting.phrases
  const maySeeHistory = useMay('view the history')
  const queries = useQueryClient()
  const record = useRecordForm<VatPhraseChange, z.infer<typeof Phrases>>({
    initial: VatPhraseChange.strip().parse(phrase),
    send: (values) => put(`/vat-phrases/${phrase.category}`, values, Phrases),
    onSaved() {
      onDone()
      void queries.invalidateQueries()
    },
  })
  const text = textInputs(record.form, texts.fields)
  return (
    <Stack>
      <RecordFormFrame record={record} names={texts.fields} onCancel={onDone}>
        {phraseLanguages.map((language) => (
          <Textarea
            key={language}
            {...text(language)}
            autosize
            maxLength={200}
            lang={language}
            description={phrase.standard[language] ? texts.standard(phrase.standard[language]) : texts.nothing}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
          />
        ))}
      </RecordFormFrame>
      {maySeeHistory ? (
        <section aria-label={ui.history}>
          <Divider my="sm" label={ui.history} />
          <History kind="vat-phrases" subject={phrase.category} names={texts.fields} />
        </section>
      ) : null}
    </Stack>
  )
}
