import type { ActivityState } from '../../src/activities/activity.ts'
import { hoursOf } from '../../src/lib/money.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { useFormat } from '../ui/format.ts'
import type { ShowField } from '../ui/show-value.tsx'
import { usePriceModels } from './activities-query.ts'

/** The fields of an activity in words, in the history and after a lost update. */
export function useShowActivityField(projectId: string): ShowField {
  const { activities } = useTexts()
  const format = useFormat()
  const models = usePriceModels(projectId, useMay('view prices')).data ?? []
  return (field, value) => {
    const text = String(value)
    if (field === 'state') return activities.states[text as ActivityState]
    if (field === 'startOn' || field === 'endOn') return format.day(text)
    // The form holds hours as text, the history minutes as a number.
    if (field === 'estimatedMinutes' || field === 'alertMinutes')
      return `${format.decimal(typeof value === 'number' ? hoursOf(value) : text)} ${activities.hours}`
    if (field === 'priceModelId') return models.find(({ id }) => id === text)?.name
    return undefined
  }
}
