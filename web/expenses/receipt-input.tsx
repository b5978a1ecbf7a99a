import { Anchor, Button, FileButton, Group, Input } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { fileTypes, StoredFile } from '../../src/files/stored-file.ts'
import { postFile, queryOf } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'
import { useFaultText } from '../ui/fault.tsx'

/** Stores the receipt as soon as it is chosen; on a phone the camera may take it. */
export function ReceiptInput(props: {
  id: string | null
  name: string | null
  error: unknown
  onUploading: (isUploading: boolean) => void
  onChange: (file: { id: string; name: string } | null) => void
}) {
  const { expenses } = useTexts()
  const faultText = useFaultText()
  const uploading = useMutation({
    mutationFn: (file: File) => postFile(`/files${queryOf({ name: file.name })}`, file, StoredFile),
    onMutate: () => props.onUploading(true),
    onSuccess: props.onChange,
    onSettled: () => props.onUploading(false),
  })
  const fault = uploading.error ? faultText(uploading.error) : (props.error as string | undefined)
  return (
    <Input.Wrapper label={expenses.fields.receiptId} description={expenses.attachHint} error={fault}>
      <Group gap="xs" mt={4}>
        {props.id ? (
          <>
            <Anchor href={`/api/v1/files/${props.id}`} target="_blank" rel="noreferrer" size="sm">
              {props.name}
            </Anchor>
            <Button size="compact-xs" variant="subtle" color="red" onClick={() => props.onChange(null)}>
              {expenses.removeReceipt}
            </Button>
          </>
        ) : (
          <FileButton accept={fileTypes.join(',')} onChange={(file) => file && uploading.mutate(file)}>
            {(button) => (
              <Button
                {...button}
                size="xs"
                variant="default"
                data-path="receiptId"
                loading={uploading.isPending}
                leftSection={<IconPaperclip size={16} aria-hidden />}
              >
                {expenses.attach}
              </Button>
            )}
          </FileButton>
        )}
      </Group>
    </Input.Wrapper>
  )
}
