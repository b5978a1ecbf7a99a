// A file that somebody attached or that Akkord made. What it is, is read from its content; what its sender says has to agree.
import { z } from 'zod'

export const fileTypes = ['application/pdf', 'image/png', 'image/jpeg'] as const
export type FileType = (typeof fileTypes)[number]

export const fileLimitBytes = 10 * 1_048_576

const extensions: Record<FileType, readonly string[]> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
}

export const StoredFile = z
  .object({
    id: z.uuid(),
    name: z.string(),
    mimeType: z.enum(fileTypes),
    size: z.number().int(),
    /** Of the content, in lower-case hex. */
    sha256: z.string(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'StoredFile' })
export type StoredFile = z.infer<typeof StoredFile>

/** By the first bytes that each format begins with; undefined for everything else. */
export function fileTypeOf(content: Uint8Array): FileType | undefined {
  const beginsWith = (bytes: readonly number[], at = 0) => bytes.every((byte, index) => content[at + index] === byte)
  if (beginsWith([0x25, 0x50, 0x44, 0x46, 0x2d])) return 'application/pdf'
  if (beginsWith([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) && beginsWith([0x49, 0x48, 0x44, 0x52], 12))
    return 'image/png'
  if (beginsWith([0xff, 0xd8, 0xff])) return 'image/jpeg'
  return undefined
}

const longestName = 120
/** Letters that people use to make "annexe.pdf" of "annfdp.exe": they turn the direction of the text around. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/**
 * A name that is safe as a file name on every system: no folders, no signs that a system forbids or that cannot be seen, and the
 * extension of what the file is.
 */
export function cleanFileName(name: string, type: FileType): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const plain = last
    .replaceAll(invisible, '')
    .replaceAll(/[<>:"|?*]/g, '_')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const dot = plain.lastIndexOf('.')
  const known = extensions[type]
  const isRight = dot > 0 && known.includes(plain.slice(dot + 1).toLowerCase())
  const stem = isRight ? plain.slice(0, dot) : plain
  const extension = isRight ? plain.slice(dot + 1) : known[0]
  // By whole signs: half of a pair would be no text.
  return `${[...(stem || 'file')].slice(0, longestName).join('')}.${extension}`
}
