// The library's button and anchor as links of the router: address, parameters and search are checked by the compiler.
import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { ComponentPropsWithRef } from 'react'

type AnchorElementProps = Omit<ComponentPropsWithRef<'a'>, 'color' | 'style'>

export const ButtonLink = createLink((props: ButtonProps & AnchorElementProps) => <Button component="a" {...props} />)
export const TextLink = createLink((props: AnchorProps & AnchorElementProps) => <Anchor {...props} />)
