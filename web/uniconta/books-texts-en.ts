import type { BookKind } from '../../src/uniconta/books.ts'

const kinds: Record<BookKind, { title: string; means: string }> = {
  'comes-in': { title: 'Comes in', means: 'Ours, and not known here any more. Each comes in as a locked document.' },
  draft: {
    title: 'A draft becomes it',
    means: 'The draft here carries its reference. It becomes the document, with what was booked.',
  },
  uncertain: { title: 'Finalized here', means: 'Stands on both sides. The posting looks at it and settles it.' },
  open: { title: 'Ours, and cannot come in yet', means: 'Mend what is said and look again, or say what it is.' },
  foreign: { title: 'Nothing here explains it', means: 'Say which draft it is, or that it is none of ours.' },
}

export const booksTexts = {
  title: 'Compare after a restore',
  link: 'Compare',
  loading: 'Loading the comparison',
  none: 'No restore waits for a comparison.',
  wait: (until: string) =>
    `Calls from before the restore may still arrive until ${until}. Uniconta is read then by itself. You may look sooner if you know that the earlier Akkord is stopped.`,
  waitOver: 'The wait is over: nothing from before the restore can arrive any more.',
  lookSooner: 'Look sooner',
  look: 'Look again',
  empty: 'The series in Uniconta is new and empty',
  reading: 'Uniconta is being read.',
  finishing: 'What was decided is being carried out.',
  lookedAt: (when: string) => `Read ${when}.`,
  summary: (matched: number, unsettled: number, orders: number) =>
    `${matched} stand on both sides alike. ${unsettled} here are not settled. ${orders} orders of ours are left there.`,
  kinds,
  number: 'Number there',
  customer: 'Customer',
  date: 'Date',
  there: 'There',
  here: 'Here',
  draftHere: 'Draft',
  decide: 'What is it?',
  decideOf: (number: number) => `What is ${number}?`,
  undecided: 'Not said yet',
  noneOfOurs: 'None of ours',
  saidBy: (by: string, when: string) => `${by}, ${when}`,
  givenOut: 'Highest number that customers got although it was not booked',
  givenOutLocal: 'The same in the series without transfer',
  givenOutHint: (next: string) => `Leave empty if there is none. Next here: ${next}`,
  finish: 'Finish',
  finishHint: 'Only an administrator finishes. Afterwards sending and finalizing go on.',
  toDecide: (count: number) => `${count} still to be said.`,
  result: 'What the last comparison came to',
}
export type BooksTexts = typeof booksTexts
