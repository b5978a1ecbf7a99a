import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { useTexts } from '../texts/texts.tsx'

/** The library's field, with the words of its eye in the reader's language. */
export function PasswordField(props: PasswordInputProps) {
  const { ui } = useTexts()
  return <PasswordInput visibilityToggleButtonProps={{ 'aria-label': ui.showPassword }} {...props} />
}
