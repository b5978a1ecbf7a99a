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
  hurried: (by: string) => `Uniconta was read before the wait was over: ${by} says that the earlier Akkord is stopped.`,
  waitOver: 'The wait is over: nothing from before the restore can arrive any more.',
  lookSooner: 'Look sooner',
  look: 'Look again',
  empty: 'The series in Uniconta is new and empty',
  reading: 'Uniconta is being read.',
  finishing: 'What was decided is being carried out.',
  lookedAt: (when: string) => `Read ${when}.`,
  matched: (count: number) =>
    count === 1 ? 'One document is the same on both sides.' : `${count} documents are the same on both sides.`,
  unsettled: (count: number) =>
    count === 1
      ? 'One document here is not settled; it is looked for before it is sent again.'
      : `${count} documents here are not settled; each is looked for before it is sent again.`,
  orders: (count: number) =>
    count === 1 ? 'One order of ours is left in Uniconta.' : `${count} orders of ours are left in Uniconta.`,
  kinds,
  number: 'Number in Uniconta',
  customer: 'Customer',
  date: 'Date',
  there: 'Total in Uniconta',
  here: 'Here',
  draftHere: 'Draft',
  decideOf: (number: number) => `What is ${number}?`,
  undecided: 'Say what it is',
  noneOfOurs: 'None of ours',
  saidBy: (by: string, when: string) => `${by}, ${when}`,
  givenOut: 'Highest number that a customer got before it was booked',
  givenOutCreditNotes: 'The same in the series of credit notes',
  givenOutLocal: 'The same in the series without transfer',
  givenOutHint: (next: string) => `Leave empty if there is none. Next number here: ${next}`,
  finish: 'Finish',
  finishHint: 'Afterwards sending and finalizing go on.',
  onlyAdministrator: 'An administrator finishes the comparison. Afterwards sending and finalizing go on.',
  toDecide: (count: number) =>
    count === 1 ? 'Say first what one document is.' : `Say first what ${count} documents are.`,
  result: 'What the last comparison came to',
}
export type BooksTexts = typeof booksTexts
