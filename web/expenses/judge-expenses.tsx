// Approving, rejecting and taking back, of one expense or many. What did not go says why.
import { Button, Group, List, Modal, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Expense, ExpenseOutcome } from '../../src/expenses/expense.ts'
import { post } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'
import { FaultText, useFaultText } from '../ui/fault.tsx'
import { expensesChanged } from './expense-query.ts'

export function JudgeExpenses(props: { expenses: readonly Expense[]; size?: 'xs' | 'sm'; onDone?: () => void }) {
  const { expenses: texts } = useTexts()
  const queries = useQueryClient()
  const faultText = useFaultText()
  const [isRejecting, setRejecting] = useState(false)
  const [left, setLeft] = useState<ExpenseOutcome['notDone']>([])
  const { size = 'sm' } = props
  const isOne = props.expenses.length === 1
  const open = props.expenses.filter(({ billing }) => billing === 'open')
  const toApprove = open.filter(({ approval }) => approval !== 'approved')
  const toReject = open.filter(({ approval }) => approval !== 'rejected')
  const toReopen = open.filter(({ approval }) => approval !== 'registered')
  const finish = (outcome: ExpenseOutcome) => {
    if (outcome.done > 0) notifications.show({ message: texts.done(outcome.done), autoClose: 2_000 })
    setLeft(outcome.notDone)
    expensesChanged(queries)
    if (outcome.notDone.length === 0) props.onDone?.()
  }
  const judging = useMutation({
    mutationFn: ({ verb, rows }: { verb: 'approve' | 'reopen'; rows: readonly Expense[] }) =>
      post(`/expenses/${verb}`, { ids: rows.map(({ id }) => id) }, ExpenseOutcome),
    onSuccess: finish,
    onError: (error) => notifications.show({ message: faultText(error), color: 'red' }),
  })
  const mayJudge = props.expenses.some((expense) => expense.mayApprove)
  if (!mayJudge) return null
  return (
    <>
      <Group gap="xs">
        {toApprove.length > 0 ? (
          <Button
            size={size}
            loading={judging.isPending}
            onClick={() => judging.mutate({ verb: 'approve', rows: toApprove })}
          >
            {isOne ? texts.approve : texts.approveMany(toApprove.length)}
          </Button>
        ) : null}
        {toReject.length > 0 ? (
          <Button size={size} variant="default" onClick={() => setRejecting(true)}>
            {isOne ? texts.reject : texts.rejectMany(toReject.length)}
          </Button>
        ) : null}
        {isOne && toReopen[0] ? (
          <Button
            size={size}
            variant="default"
            loading={judging.isPending}
            onClick={() => judging.mutate({ verb: 'reopen', rows: toReopen })}
          >
            {toReopen[0].approval === 'approved' ? texts.reopen : texts.reopenRejected}
          </Button>
        ) : null}
      </Group>
      {left.length > 0 ? (
        <Stack gap={2} role="status">
          <Text size="sm">{texts.notDone(left.length)}</Text>
          <List size="sm">
            {left.map(({ id, reason }) => (
              <List.Item key={id}>{reason}</List.Item>
            ))}
          </List>
        </Stack>
      ) : null}
      {isRejecting ? (
        <RejectDialog
          ids={toReject.map(({ id }) => id)}
          onClose={() => setRejecting(false)}
          onDone={(outcome) => {
            setRejecting(false)
            finish(outcome)
          }}
        />
      ) : null}
    </>
  )
}

function RejectDialog(props: {
  ids: readonly string[]
  onClose: () => void
  onDone: (outcome: ExpenseOutcome) => void
}) {
  const { expenses, ui } = useTexts()
  const [comment, setComment] = useState('')
  const rejecting = useMutation({
    mutationFn: () => post('/expenses/reject', { ids: props.ids, comment }, ExpenseOutcome),
    onSuccess: props.onDone,
  })
  return (
    <Modal opened onClose={props.onClose} title={expenses.rejectTitle(props.ids.length)}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (comment.trim()) rejecting.mutate()
        }}
      >
        <Stack>
          <Textarea
            label={expenses.comment}
            description={expenses.commentHint}
            data-autofocus
            required
            autosize
            minRows={2}
            maxLength={500}
            value={comment}
            onChange={(event) => setComment(event.currentTarget.value)}
          />
          {rejecting.error ? <FaultText error={rejecting.error} /> : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {ui.cancel}
            </Button>
            <Button type="submit" color="red" loading={rejecting.isPending} disabled={!comment.trim()}>
              {expenses.rejectNow}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
