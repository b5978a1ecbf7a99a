import { Anchor } from '@mantine/core'

export const MailLink = ({ address }: { address: string }) => (
  <Anchor href={`mailto:${address}`} size="sm" className="line-link">
    {address}
  </Anchor>
)
