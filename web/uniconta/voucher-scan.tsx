// The scan of an imported expense's voucher: fetched on demand, then it is the receipt of the expense.
import { Button, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { StoredFile } from '../../src/files/stored-file.ts'
import { get, post } from '../api.ts'
import { useMay } from '../session.tsx'
import { useFaultText } from '../ui/fault.tsx'
import { useUnicontaTexts } from './texts.ts'

export function VoucherScan({ expenseId }: { expenseId: string }) {
  const { imports } = useUnicontaTexts()
  const maySee = useMay('view files')
  const queries = useQueryClient()
  const faultText = useFaultText()
  const path = `/expense-import/scans/${expenseId}`
  const { data } = useQuery({
    queryKey: [path],
    queryFn: () => get(path, z.object({ hasScan: z.boolean() })),
    enabled: maySee,
  })
  const fetching = useMutation({
    mutationFn: async () => {
      // Opened with the press: a browser opens no window for an answer that comes later.
      const tab = window.open('', '_blank')
      try {
        const { id } = await post(path, undefined, StoredFile)
        if (tab) tab.location.href = `/api/v1/files/${id}`
      } catch (error) {
        tab?.close()
        throw error
      }
    },
    onSuccess: () => queries.invalidateQueries(),
  })
  if (!data?.hasScan) return null
  return (
    <div>
      <Button size="compact-sm" variant="default" loading={fetching.isPending} onClick={() => fetching.mutate()}>
        {imports.showScan}
      </Button>
      {fetching.error ? (
        <Text size="sm" c="red" role="alert">
          {faultText(fetching.error)}
        </Text>
      ) : null}
    </div>
  )
}
