import { z } from 'zod'
import { type Db, inTransaction } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import { IdParams, requiredText } from '../lib/fields.ts'
import { type Api, endpoint, mediaTypeOf } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import type { Clock } from '../lib/ids.ts'
import { getFile, storeFile } from './file-store.ts'
import { fileTexts } from './file-texts.ts'
import { sendFile } from './send-file.ts'
import { type FileType, fileLimitBytes, fileTypeOf, fileTypes, StoredFile } from './stored-file.ts'

const say = sayFrom(fileTexts)
const tag = 'Files'

export function mountFileRoutes(api: Api, db: Db, now: Clock): void {
  endpoint(
    api,
    {
      method: 'post',
      path: '/files',
      permission: 'signed-in',
      tag,
      summary: 'Stores a PDF or picture, at most 10 MB: the body is its bytes, the query names it',
      query: z.strictObject({ name: requiredText(300).default('file') }),
      upload: { types: fileTypes, limitBytes: fileLimitBytes },
      answer: StoredFile,
      status: 201,
    },
    async ({ query, bytes, actor, context }) => {
      const type = typeOf(bytes, mediaTypeOf(context))
      return inTransaction(db, (tx) =>
        storeFile(tx, { name: query.name, type, content: bytes, createdBy: actor.id }, now()),
      )
    },
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/files/{id}',
      permission: 'signed-in',
      tag,
      summary: 'A file, for the office and for whoever stored it; ?download=true gives it to be saved',
      params: IdParams,
      query: z.strictObject({ download: z.stringbool().default(false) }),
      answer: null,
      file: fileTypes,
    },
    async ({ params, query, actor, context }) => {
      const file = await getFile(db, params.id)
      if (file.createdBy !== actor.id && !api.mayDo(actor, 'view files'))
        throw new AppError('forbidden', say('file.notYours'))
      return sendFile(context, file, query.download)
    },
  )
}

/** What the content is. The sender has to say the same, or one of us is mistaken. */
function typeOf(content: Uint8Array, said: string): FileType {
  if (content.byteLength === 0) throw new AppError('invalid', say('file.empty'))
  const found = fileTypeOf(content)
  if (!found) throw new AppError('invalid', say('file.unknownType'))
  if (found !== said) throw new AppError('invalid', say('file.otherType', { said, found }))
  return found
}
