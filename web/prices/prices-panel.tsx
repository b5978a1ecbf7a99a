// How a project is billed, on its page: what is missing first, then each price model with its prices and its plan.
import { Alert, Badge, Button, Group, List, Paper, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { type MissingRateShown, PriceModel } from '../../src/prices/price.ts'
import type { Project } from '../../src/projects/project.ts'
import { useActivities, usePriceModels } from '../activities/activities-query.ts'
import { post } from '../api.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { Amount } from '../ui/amount.tsx'
import { FaultText } from '../ui/fault.tsx'
import { Field } from '../ui/fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useFormat } from '../ui/format.ts'
import { AddressLink, ButtonLink } from '../ui/links.tsx'
import { PlanTable } from './plan-table.tsx'
import { PriceModelForm } from './price-model-form.tsx'
import { useMissingRates } from './prices-query.ts'
import { RateTable } from './rate-table.tsx'

/** `openId`: the price model in the drawer, or 'new'. */
export function PricesPanel(props: { project: Project; openId: string | undefined; onClose: () => void }) {
  const { prices: texts } = useTexts()
  const { project, openId, onClose } = props
  const mayChange = useMay('change prices')
  const query = usePriceModels(project.id)
  const missing = useMissingRates(project.id).data ?? []
  const models = query.data
  const open = models?.find(({ id }) => id === openId)
  const title = openId === 'new' ? texts.newModelTitle : open && texts.editModel(open.name)
  const newButton = mayChange ? (
    <ButtonLink to="/projects/$id" params={{ id: project.id }} search={{ tab: 'prices', open: 'new' }}>
      {texts.newModel}
    </ButtonLink>
  ) : null
  return (
    <Stack>
      <Missing items={missing} />
      {query.isPending ? <Skeleton height={200} /> : null}
      {query.isError ? <FaultText error={query.error} onRetry={() => query.refetch()} /> : null}
      {models?.length === 0 ? (
        <Stack align="center" py="xl">
          <Text>{texts.empty}</Text>
          {newButton}
        </Stack>
      ) : null}
      {models && models.length > 0 ? (
        <>
          <Group justify="space-between">
            <Text size="sm">{texts.hint}</Text>
            {newButton}
          </Group>
          {models.map((model) => (
            <Model key={model.id} project={project} model={model} models={models} />
          ))}
        </>
      ) : null}
      {mayChange && models ? (
        <FormDrawer title={title} onClose={onClose} wide>
          <PriceModelForm key={openId} project={project} model={open} onDone={onClose} />
        </FormDrawer>
      ) : null}
    </Stack>
  )
}

function Missing({ items }: { items: readonly MissingRateShown[] }) {
  const { prices: texts } = useTexts()
  if (items.length === 0) return null
  return (
    <Alert
      color="yellow"
      icon={<IconAlertTriangle aria-hidden />}
      title={texts.missingTitle(items.length)}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      <List size="sm" spacing={4}>
        {items.map((item) => (
          <List.Item key={`${item.priceModelId} ${item.message}`}>
            {item.message}{' '}
            <AddressLink
              address={item.link}
              size="sm"
              c="inherit"
              underline="always"
              aria-label={`${texts.mend}: ${item.message}`}
            >
              {texts.mend}
            </AddressLink>
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}

function Model({ project, model, models }: { project: Project; model: PriceModel; models: readonly PriceModel[] }) {
  const { prices: texts, ui } = useTexts()
  const { fields } = texts
  const format = useFormat()
  const mayChange = useMay('change prices')
  const activities = useActivities(project.id).data ?? []
  const { currency } = model
  return (
    <Paper withBorder p="md" component="section" aria-label={model.name}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start">
          <div>
            <Group gap="xs">
              <Title order={2}>{model.name}</Title>
              {model.isDefault ? (
                <Badge variant="default" tt="none">
                  {texts.default}
                </Badge>
              ) : null}
              {model.active ? null : (
                <Badge variant="default" tt="none">
                  {texts.inactive}
                </Badge>
              )}
            </Group>
            <Text size="sm" c="var(--muted)">
              {texts.kinds[model.kind]}. {texts.kindHints[model.kind]}
            </Text>
          </div>
          {mayChange ? (
            <Group gap={4}>
              {models.length > 1 ? <OrderButtons project={project} model={model} models={models} /> : null}
              <ButtonLink
                size="xs"
                variant="default"
                to="/projects/$id"
                params={{ id: project.id }}
                search={{ tab: 'prices', open: model.id }}
                aria-label={texts.editModel(model.name)}
              >
                {ui.edit}
              </ButtonLink>
            </Group>
          ) : null}
        </Group>
        <div className="field-grid">
          {model.hourlyBase ? (
            <Field label={fields.hourlyBase}>
              {model.commonRate === null
                ? texts.bases[model.hourlyBase]
                : `${texts.bases[model.hourlyBase]}: ${format.money(model.commonRate, currency)}`}
            </Field>
          ) : null}
          {model.fixedPrice === null ? null : (
            <Field label={fields.fixedPrice}>{format.money(model.fixedPrice, currency)}</Field>
          )}
          {model.cap === null ? null : <Field label={fields.cap}>{format.money(model.cap, currency)}</Field>}
          {model.kind === 'non-billable' ? null : (
            <>
              <Field label={texts.billedTo}>
                {model.customerName}, {currency}
              </Field>
              <Field label={fields.expenseMarkup}>
                {model.expensesIncluded ? fields.expensesIncluded : `${format.decimal(model.expenseMarkup)} %`}
              </Field>
            </>
          )}
          {model.activities + model.invoices > 0 ? (
            <Field label={texts.used}>{texts.usedBy(model.activities, model.invoices)}</Field>
          ) : null}
        </div>
        {model.hourlyBase ? <RateTable model={model} activities={activities} /> : null}
        {model.kind === 'fixed' || model.kind === 'on-account' ? (
          <>
            <PlanTable model={model} />
            <Group gap="xl" justify="flex-end">
              <Figure label={texts.planned} value={model.planned} currency={currency} />
              <Figure label={texts.billed} value={model.billed} currency={currency} />
              {model.remainder === null ? null : (
                <Figure
                  label={model.remainder.startsWith('-') ? texts.overplanned : texts.remainder}
                  value={model.remainder.replace('-', '')}
                  currency={currency}
                />
              )}
            </Group>
          </>
        ) : null}
      </Stack>
    </Paper>
  )
}

function Figure({ label, value, currency }: { label: string; value: string; currency: string }) {
  return (
    <Text size="sm">
      <Text span size="sm" c="var(--muted)">
        {label}
      </Text>{' '}
      <Amount value={value} currency={currency} />
    </Text>
  )
}

function OrderButtons({
  project,
  model,
  models,
}: {
  project: Project
  model: PriceModel
  models: readonly PriceModel[]
}) {
  const { prices: texts } = useTexts()
  const queries = useQueryClient()
  const index = models.findIndex(({ id }) => id === model.id)
  const moving = useMutation({
    mutationFn: (to: number) => {
      const ids = models.map(({ id }) => id).toSpliced(index, 1)
      return post(
        `/projects/${project.id}/price-model-order`,
        { ids: ids.toSpliced(to, 0, model.id) },
        z.object({ items: z.array(PriceModel) }),
      )
    },
    onSettled: () => queries.invalidateQueries(),
  })
  return (
    <>
      <Button
        size="xs"
        variant="subtle"
        px={6}
        disabled={index === 0}
        loading={moving.isPending}
        aria-label={texts.moveUp(model.name)}
        onClick={() => moving.mutate(index - 1)}
      >
        <IconArrowUp size={16} aria-hidden />
      </Button>
      <Button
        size="xs"
        variant="subtle"
        px={6}
        disabled={index === models.length - 1}
        loading={moving.isPending}
        aria-label={texts.moveDown(model.name)}
        onClick={() => moving.mutate(index + 1)}
      >
        <IconArrowDown size={16} aria-hidden />
      </Button>
    </>
  )
}
