// The library's button and anchor as links of the router: address, parameters and search are checked by the compiler.
import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core'
import { createLink, useRouter } from '@tanstack/react-router'
import type { ComponentPropsWithRef, ReactNode } from 'react'

type AnchorElementProps = Omit<ComponentPropsWithRef<'a'>, 'color' | 'style'>

export const ButtonLink = createLink((props: ButtonProps & AnchorElementProps) => <Button component="a" {...props} />)
export const TextLink = createLink((props: AnchorProps & AnchorElementProps) => <Anchor {...props} />)

/** A link to an address that the server gave, which may carry a search. */
export function AddressLink({
  address,
  children,
  ...props
}: AnchorProps & { address: string; children: ReactNode; 'aria-label'?: string }) {
  const router = useRouter()
  return (
    <Anchor
      {...props}
      href={address}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
        event.preventDefault()
        router.history.push(address)
      }}
    >
      {children}
    </Anchor>
  )
}
