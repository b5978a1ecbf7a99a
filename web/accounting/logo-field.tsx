import { Button, FileButton, Group, Input, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { StoredFile } from '../../src/files/stored-file.ts'
import { postFile, queryOf } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'

const limitBytes = 1_048_576

/** A picture that is uploaded at once; it stands on invoices when the form is saved. */
export function LogoField(props: {
  fileId: string | null
  onChange: (fileId: string | null) => void
  error: ReactNode
  mayChange: boolean
}) {
  const { invoicing: texts } = useTexts()
  const { fileId, onChange, error, mayChange } = props
  const [isTooLarge, setTooLarge] = useState(false)
  const sending = useMutation({
    mutationFn: (file: File) => postFile(`/files${queryOf({ name: file.name })}`, file, StoredFile),
    onSuccess: ({ id }) => onChange(id),
  })
  const choose = (file: File | null) => {
    if (!file) return
    setTooLarge(file.size > limitBytes)
    if (file.size <= limitBytes) sending.mutate(file)
  }
  return (
    <Input.Wrapper
      label={texts.fields.logoFileId}
      description={texts.logoHint}
      labelElement="div"
      error={isTooLarge ? texts.logoTooLarge : error}
    >
      {fileId ? (
        <img
          src={`/api/v1/files/${fileId}`}
          alt={texts.logoAlt}
          style={{ display: 'block', maxWidth: 220, maxHeight: 90, marginBlock: 8, background: '#fff', padding: 6 }}
        />
      ) : null}
      {mayChange ? (
        <Group gap="xs" mt={6}>
          <FileButton onChange={choose} accept="image/png,image/jpeg">
            {(button) => (
              <Button {...button} variant="default" size="xs" loading={sending.isPending}>
                {texts.chooseLogo}
              </Button>
            )}
          </FileButton>
          {fileId ? (
            <Button variant="subtle" color="red" size="xs" onClick={() => onChange(null)}>
              {texts.removeLogo}
            </Button>
          ) : null}
        </Group>
      ) : null}
      {sending.isError ? (
        <Text size="sm" component="div">
          <FaultText error={sending.error} />
        </Text>
      ) : null}
    </Input.Wrapper>
  )
}
