// The one look of every state: a sign, a word and a colour, never the colour alone.
import { Badge } from '@mantine/core'
import {
  IconAlertOctagon,
  IconCheck,
  IconCircleDashed,
  IconCircleDot,
  IconCircleHalf2,
  IconClock,
  IconEqualNot,
  IconLinkOff,
  IconPencilExclamation,
  IconPlayerPause,
  IconX,
} from '@tabler/icons-react'
import type { RecordState, SyncBadge } from '../../src/sync/record-state.ts'
import { useTexts } from '../texts/texts.tsx'

const looks = {
  off: { icon: IconCircleDashed, color: 'gray' },
  waiting: { icon: IconCircleDot, color: 'blue' },
  held: { icon: IconPlayerPause, color: 'yellow' },
  'order-made': { icon: IconCircleHalf2, color: 'blue' },
  uncertain: { icon: IconClock, color: 'yellow' },
  transferred: { icon: IconCheck, color: 'green' },
  failed: { icon: IconX, color: 'red' },
  'number-mismatch': { icon: IconAlertOctagon, color: 'red' },
  'amount-differs': { icon: IconEqualNot, color: 'violet' },
  'changed-there': { icon: IconPencilExclamation, color: 'violet' },
  'link-broken': { icon: IconLinkOff, color: 'red' },
} as const satisfies Record<RecordState, object>

export function StateBadge({ sync }: { sync: Pick<SyncBadge, 'state' | 'text'> }) {
  const { sync: texts } = useTexts()
  const { icon: StateIcon, color } = looks[sync.state]
  return (
    <Badge
      className={`state-badge state-${color}`}
      variant={sync.state === 'off' ? 'outline' : 'light'}
      color={color}
      leftSection={<StateIcon size={13} aria-hidden />}
      title={sync.text}
      tt="none"
      fw={600}
    >
      {texts.states[sync.state]}
    </Badge>
  )
}

/** States that change by themselves soon: a screen that shows one asks again. */
export const isMoving = (sync: SyncBadge) =>
  sync.state === 'waiting' || sync.state === 'uncertain' || sync.state === 'held'
