// Company > Export invoices > Compare, after a restore.
import type { Db } from '../lib/database/database.ts'
import { type Api, endpoint } from '../lib/http.ts'
import type { Language } from '../lib/i18n/sentence.ts'
import type { Clock } from '../lib/ids.ts'
import { BookDecision, BooksComparison, FinishComparison, LookAtBooks } from './books.ts'
import { askToFinish, askToLook, decide } from './books-choices.ts'
import { showComparison } from './books-view.ts'
import type { Tools } from './look-for-person.ts'
import type { Uniconta } from './uniconta.ts'

const tag = 'Export invoices'

export function mountBooksRoutes(api: Api, db: Db, uniconta: Uniconta, now: Clock): void {
  const tools: Tools = { ...uniconta, db, now }
  const show = (language: Language) => showComparison(db, uniconta, { phrase: api.phrase, language, now: now() })

  endpoint(
    api,
    {
      method: 'get',
      path: '/postings/comparison',
      permission: 'view the log',
      tag,
      summary: 'After a restore: both sides, what becomes of each document, and what a person has to say',
      answer: BooksComparison,
    },
    ({ language }) => show(language),
  )

  endpoint(
    api,
    {
      method: 'post',
      path: '/postings/comparison/look',
      permission: 'send records again',
      tag,
      summary: 'Looks again, also before the end of the wait if that is meant',
      body: LookAtBooks,
      answer: BooksComparison,
    },
    async ({ body, actor, language }) => {
      await askToLook(tools, actor, body)
      return show(language)
    },
  )

  endpoint(
    api,
    {
      method: 'post',
      path: '/postings/comparison/decide',
      permission: 'send records again',
      tag,
      summary: 'Says of a document there which draft it is, or that it is none',
      body: BookDecision,
      answer: BooksComparison,
    },
    async ({ body, actor, language }) => {
      await decide(tools, actor, body)
      return show(language)
    },
  )

  endpoint(
    api,
    {
      method: 'post',
      path: '/postings/comparison/finish',
      permission: 'change integrations',
      tag,
      summary: 'Carries out what was decided; afterwards sending and finalizing go on',
      body: FinishComparison,
      answer: BooksComparison,
    },
    async ({ body, actor, language }) => {
      await askToFinish(tools, actor, body)
      return show(language)
    },
  )
}
