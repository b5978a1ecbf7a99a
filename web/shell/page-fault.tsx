import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { PageHeader } from '../ui/page-header.tsx'

/** A screen that broke: the shell around it stays, so that one can go on elsewhere. */
export function PageFault({ error, reset }: { error: unknown; reset: () => void }) {
  const { shell } = useTexts()
  return (
    <>
      <PageHeader title={shell.pageFaultTitle} />
      <FaultText error={error} onRetry={reset} />
    </>
  )
}
