// Invoices with their credit notes beside the rows of their customers there: which row is whose, and which of them have to be read
// row by row. Pure.
import { sum } from '../lib/money.ts'
import { longestList } from './filter.ts'
import type { BookedDocument } from './open-item-store.ts'
import type { Item } from './open-items.ts'

/** An invoice with its credit notes. */
export type Group = { headId: string; documents: readonly BookedDocument[] }

/** A credit note without its invoice in these books tells nothing of the invoice. */
export function groupsOf(documents: readonly BookedDocument[]): Group[] {
  const heads = new Map<string, BookedDocument[]>()
  for (const document of documents) if (document.headId === document.id) heads.set(document.id, [document])
  for (const document of documents) if (document.headId !== document.id) heads.get(document.headId)?.push(document)
  return [...heads].map(([headId, members]) => ({ headId, documents: members }))
}

/** The posting of a document there: by the journal that it was posted with, else by customer, amount and currency as well. */
export function isOf(item: Item, { theirNumber, journalId, account, gross, currency }: BookedDocument): boolean {
  if (item.number !== theirNumber || item.currency !== currency || item.isPayment || item.amount !== gross) return false
  return journalId === null ? item.account === account : item.journalId === journalId
}

const namesNumberOf = (item: Item, { theirNumber, currency }: BookedDocument, account: string) =>
  item.isPayment && item.number === theirNumber && item.account === account && item.currency === currency

/** Where an invoice and a credit note have the same number there, money that came in names the invoice. */
export const isPaymentOf = (item: Item, document: BookedDocument, account: string) =>
  namesNumberOf(item, document, account) && (!document.hasTwin || item.amount < 0n !== document.gross < 0n)

/** Whether a payment among these names it: it may have taken the place of another, and then nothing that is open differs. */
export function namedBy(items: readonly Item[]): (group: Group) => boolean {
  const payments = byNumber(items.filter(({ isPayment }) => isPayment))
  return ({ documents }) =>
    documents.some((document) =>
      payments.get(document.theirNumber)?.some((item) => isPaymentOf(item, document, accountOf(document))),
    )
}

function byNumber(items: readonly Item[]): Map<number, Item[]> {
  const found = new Map<number, Item[]>()
  for (const item of items) {
    const same = found.get(item.number)
    if (same) same.push(item)
    else found.set(item.number, [item])
  }
  return found
}

const accountOf = ({ stored, account }: BookedDocument) => stored?.account ?? account ?? ''

/** Whether what is open there is not what was seen last, or not what is open here. */
export function otherThanSeen(open: readonly Item[], from: string): (group: Group) => boolean {
  const found = byNumber(open)
  return ({ headId, documents }) => {
    const now = documents.map((document) => {
      const items = found.get(document.theirNumber) ?? []
      return {
        remaining: sum(items.filter((item) => isOf(item, document)).map(({ remaining }) => remaining)),
        over: -sum(
          items.filter((item) => isPaymentOf(item, document, accountOf(document))).map(({ remaining }) => remaining),
        ),
      }
    })
    const head = documents.find(({ id }) => id === headId)
    const left = sum(now.map(({ remaining, over }) => remaining - over))
    return (
      left !== head?.open ||
      documents.some(({ stored }, at) => {
        const seen = now[at]
        return stored?.fromOn !== from || stored.remaining !== seen?.remaining || stored.over !== seen.over
      })
    )
  }
}

export function* inChunks(groups: readonly Group[]): Generator<Group[]> {
  let chunk: Group[] = []
  let size = 0
  for (const group of groups) {
    if (chunk.length > 0 && size + group.documents.length > longestList) {
      yield chunk
      ;[chunk, size] = [[], 0]
    }
    chunk.push(group)
    size += group.documents.length
  }
  if (chunk.length > 0) yield chunk
}
