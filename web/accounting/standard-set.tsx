import { Alert, Button, Group, Select, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconSparkles } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { type StandardCountry, standardCountries } from '../../src/invoice-settings/standard-set.ts'
import { post } from '../api.ts'
import { useMe } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { optionsOf } from '../ui/filter-bar.tsx'

const Made = z.object({ accounts: z.number(), vatCodes: z.number(), paymentTerms: z.number() })

/** Offered while there is nothing yet. */
export function StandardSet() {
  const { accounting } = useTexts()
  const texts = accounting.standardSet
  const queries = useQueryClient()
  const { company } = useMe()
  const own = standardCountries.find((country) => country === company.countryCode)
  const [country, setCountry] = useState<StandardCountry>(own ?? 'DK')
  const making = useMutation({
    mutationFn: () => post('/accounting/standard-set', { country }, Made),
    onSuccess(made) {
      notifications.show({ message: texts.made(made), autoClose: 8_000 })
      void queries.invalidateQueries()
    },
  })
  return (
    <Alert icon={<IconSparkles aria-hidden />} title={texts.title} mb="md">
      <Text size="sm" maw="75ch" mb="sm">
        {texts.text}
      </Text>
      <Group align="flex-end">
        <Select
          label={texts.country}
          data={optionsOf(standardCountries, texts.countries)}
          value={country}
          allowDeselect={false}
          onChange={(chosen) => setCountry(chosen as StandardCountry)}
        />
        <Button loading={making.isPending} onClick={() => making.mutate()}>
          {texts.make}
        </Button>
      </Group>
      {making.isError ? <FaultText error={making.error} /> : null}
    </Alert>
  )
}
