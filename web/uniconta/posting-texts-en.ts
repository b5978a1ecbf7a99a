import type { ChoiceName } from '../../src/uniconta/posting.ts'
import type { PostingStep, SettledHow } from '../../src/uniconta/posting-steps.ts'

const steps: Record<PostingStep, string> = {
  waiting: 'Waits for its turn',
  'order-sending': 'Order is being sent',
  'order-made': 'Order stands in Uniconta',
  posting: 'Posting was sent',
  deleting: 'Order is being deleted',
  'reading-back': 'Is read back',
  settled: 'Booked',
}

const hows: Record<SettledHow, string> = {
  posted: 'Posted by Akkord',
  'other-number': 'Posted under another number',
  marked: 'Marked as transferred by a person',
}

const choices: Record<ChoiceName, { name: string; does: string; yes: string }> = {
  wait: { name: 'Wait', does: 'Nothing changes. It is looked at again now, and later by itself.', yes: 'Look again' },
  'series-corrected': {
    name: 'The series is right now',
    does: 'You have set "Next" of the number series right in Uniconta. The next number is read again, and the document goes when it fits.',
    yes: 'Look again',
  },
  'booked-under-another-number': {
    name: 'Let the number in Uniconta stand',
    does: 'Uniconta books it under the number that is next there. Our number stays on the document; both are kept as a pair, and credit notes and comparisons use theirs.',
    yes: 'Let it stand',
  },
  'accept-difference': {
    name: 'Accept the difference',
    does: 'The amounts in Uniconta stay as they are, and so do ours. The document counts as transferred and later ones go.',
    yes: 'Accept',
  },
  'mark-as-transferred': {
    name: 'Mark as transferred',
    does: 'It stands in Uniconta already, booked by hand for instance. Name the invoice there; it is read and compared, and nothing more is sent.',
    yes: 'Mark as transferred',
  },
  'send-again': {
    name: 'Not booked there, send again',
    does: 'You have looked in Uniconta: neither an order nor an invoice of this document is there. It is sent again under a new order. If it was booked all the same, it would stand there twice.',
    yes: 'Send again',
  },
  'go-on': {
    name: 'Go on',
    does: 'You have seen what is written next. Just this step is made; the one after it is shown before it is made.',
    yes: 'Go on',
  },
  'posting-date': {
    name: 'Another posting date',
    does: 'It is booked on another day, in a period that is open. Invoice date and due date stay; all three are kept and shown.',
    yes: 'Use this day',
  },
  'confirm-empty-series': {
    name: 'The series is new and empty',
    does: 'You say once that the number series in Uniconta has no document yet. From then on an empty answer counts.',
    yes: 'It is empty',
  },
}

export const postingTexts = {
  title: 'Export invoices',
  empty: 'No finalized invoice waits for Uniconta yet.',
  toInvoices: 'To the invoices',
  all: (count: string) => `All ${count}`,
  stateCount: (state: string, count: string) => `${state} ${count}`,
  viewsLabel: 'Ready-made filters',
  state: 'State',
  number: 'Number',
  customer: 'Customer',
  date: 'Date',
  gross: 'Total',
  there: 'In Uniconta',
  voucher: 'Voucher',
  sentence: 'What is said',
  step: 'Step',
  reason: 'Reason',
  saidBy: 'Said by',
  act: 'Actions',
  exchange: 'Exchange',
  exchangeOf: (number: string) => `Show the exchange of ${number}`,
  choose: 'Choose',
  chooseFor: (number: string) => `Choose what becomes of ${number}`,
  sendAgain: (count: number) => `Send ${count} again`,
  stay: (count: number) =>
    count === 1 ? '1 of them is booked already and stays.' : `${count} of them are booked already and stay.`,
  first: {
    next: { order: 'This order is sent next', post: 'This order is posted next, on this day' },
    /** By their names on the wire. */
    names: {
      Account: 'Customer',
      InvoiceAccount: 'Invoiced to',
      OurRef: 'Our reference',
      Requisition: 'Payment id',
      Remark: 'Remark',
      Project: 'Project',
      PrCategory: 'Project category',
      Currency: 'Currency',
      Payment: 'Terms of payment',
      InvoiceDate: 'Invoice date',
      DueDate: 'Due',
      PricesInclVat: 'Prices with VAT',
      EndDiscountPct: 'Discount on the total, %',
      DeleteOrder: 'Order is deleted afterwards',
      DeleteLines: 'Its lines are deleted afterwards',
      Settlements: 'Settles invoice',
      Date: 'Posting date',
      LineNumber: 'Line',
      Text: 'Text',
      Qty: 'Quantity',
      Price: 'Price',
      DiscountPct: 'Discount, %',
      PostingAccount: 'Account',
      Vat: 'VAT code',
      DoInvoice: 'Is invoiced',
    } as Record<string, string>,
    dimension: (number: string) => `Department (dimension ${number})`,
    fields: 'Fields as they are sent',
    lines: 'Lines as they are sent',
    known: 'What is known',
    intro: (company: string) =>
      `Some things of ${company} show only when something is written there. Until they are known, the safer way is taken.`,
    seen: (number: string, when: string) => `Seen ${when} with ${number}`,
    notSeen: 'Not seen yet',
    chosen: {
      show: 'Of the first invoice and of the first credit note each step is shown before it is made.',
      go: 'The first invoice and the first credit note go like all others, without being shown.',
    },
    change: 'Change it in the integration',
    facts: {
      'posts-by-order-number': {
        title: 'Posting by order number',
        yes: 'The order that was named was posted, and no other.',
        no: 'Another order than the named one was posted.',
        unknown: 'Each invoice is read back and compared with its order.',
      },
      'own-order-number': {
        title: 'Our own order numbers',
        yes: 'Uniconta keeps the order number that we give.',
        no: 'Uniconta gives a number of its own; the order is found by our reference.',
        unknown: 'An order is looked for by its number and by our reference.',
      },
      'order-with-lines-in-one-call': {
        title: 'Order and lines in one call',
        yes: 'The order came with all its lines.',
        no: 'The order came without its lines.',
        unknown: 'Each order is read back with its lines before it is posted.',
      },
      'order-goes': {
        title: 'The order goes when it is posted',
        yes: 'It is deleted there by itself. At night it is looked whether one was left.',
        no: 'It stays. It is looked for after each posting and deleted.',
        unknown: 'It is looked for after the posting and deleted.',
      },
      'reference-is-kept': {
        title: 'Our reference on the invoice',
        yes: 'The invoice carries it.',
        no: 'The invoice does not carry it; invoices are known by their order number.',
        unknown: 'Invoices are known by order number and by reference.',
      },
      'reference-filters': {
        title: 'Asking for our reference',
        yes: 'Uniconta finds invoices by it.',
        no: 'Uniconta does not find by it; the series is read from the last known invoice on.',
        unknown: 'The series is read from the last known invoice on.',
      },
      'no-costs': {
        title: 'Costs on the project',
        yes: 'An invoice gives its project income only.',
        no: 'An invoice made costs on its project, too. They would come back as expenses: see the project category and its item there.',
        unknown: 'After the posting the project is looked at for costs.',
      },
      'credit-notes-share-series': {
        title: 'Numbers of credit notes',
        yes: 'They are numbered in the series of the invoices.',
        no: 'They have a series of their own there. Each goes by itself and keeps both numbers; the invoice after it waits until the next number of the series there is set past it.',
        unknown: 'They are expected in the series of the invoices; another number stops the first one.',
      },
    },
  },
  many: {
    open: 'Let the numbers there stand',
    title: (count: number) =>
      count === 1
        ? 'Let the number in Uniconta stand for 1 document?'
        : `Let the numbers in Uniconta stand for ${count} documents?`,
    does: 'Each is booked under whatever number comes next in Uniconta, in the order of our numbers. Our numbers stay on the documents; the pairs are kept, and credit notes and comparisons use theirs. Documents that are neither stopped for their number nor wait behind one that is are left alone.',
  },
  steps,
  hows,
  wait: (when: string) => `The wait ends ${when}. Until then a call may still arrive there.`,
  waitOver: (when: string) => `The wait ended ${when}.`,
  orders: 'Orders',
  order: (number: string, when: string) => `${number}, made ${when}`,
  fates: { made: 'may stand there', posted: 'posting was sent', gone: 'gone' },
  compared: 'Here and in Uniconta',
  what: 'What',
  here: 'Here',
  values: {
    number: 'Number',
    account: 'Customer number',
    currency: 'Currency',
    net: 'Net',
    VAT: 'VAT',
    total: 'Total',
    dueOn: 'Due day',
    postingOn: 'Posting date',
    voucher: 'Voucher',
    journal: 'Journal',
    row: 'Row',
    rate: 'Exchange rate',
    companyAmount: 'Amount in DKK',
  },
  dialog: {
    title: (number: string) => `What is to become of ${number}?`,
    choices: 'Choose one',
    reason: 'Reason',
    reasonHint: 'Stands in the history and in the log with your name.',
    theirNumber: 'Number of the invoice in Uniconta',
    read: 'Read it there',
    same: 'Customer, currency and amounts are the same on both sides.',
    differs: 'These differ. Is it the same document all the same?',
    accept: 'I have seen the differences; it is the same document',
    day: 'Posting date',
    before: (day: string) => `The day lies before the invoice date, ${day}, and that is meant`,
    none: 'Nothing can be chosen now: it goes by itself, or it is booked.',
  },
  choices,
  credits: {
    title: 'Numbers of credit notes',
    shared: 'Credit notes share the series of invoices.',
    own: (serie: string) => `Credit notes have a series of their own, in step with ${serie} in Uniconta.`,
    unnamed: 'a series that nobody has named',
    learned: (number: string) =>
      `${number} was numbered in a series of its own in Uniconta. With each credit note the number that comes next there falls behind ours, and the invoice after it waits. Give credit notes a series of their own here, and both go on in step.`,
    learnedShared: (number: string) =>
      `${number} was numbered in the series of invoices in Uniconta. Set right there which series credit notes take, or let them share the series here too.`,
    waiting: (count: number) =>
      count === 1
        ? 'They can have a series of their own when the finalized document that waits is booked.'
        : `They can have a series of their own when the ${count} finalized documents that wait are booked.`,
    serie: 'Series of credit notes in Uniconta',
    serieHint: 'Its name as under General Ledger > Maintenance > Voucher number series',
    read: 'Read its next number',
    next: 'Next number there',
    notRead: 'Read it first.',
    prefix: 'Prefix here',
    prefixHint: (number: string) =>
      `The first credit note gets ${number}. The digits are the number in Uniconta; the letters tell it from an invoice with the same number.`,
    give: 'Give credit notes their own series',
    rename: 'Save the series',
    shareAgain: 'Share the series of invoices again',
  },
  series: {
    names: { invoice: 'Invoices', 'credit-note': 'Credit notes' },
    title: 'Number series',
    show: 'Number series',
    ours: 'Next here',
    theirs: 'Next in Uniconta',
    expected: 'Has to come next there',
    unknown: 'not known',
    line: (ours: string, expected: string, theirs: string) =>
      `Next here ${ours} · has to come next in Uniconta: ${expected} · next there: ${theirs}`,
    fits: 'The two series march in step.',
    differs: (theirs: string, expected: string) =>
      `Uniconta would give ${theirs}, and ${expected} has to come next. Set "Next" right under General Ledger > Maintenance > Voucher number series, or choose at the document that waits.`,
    underWay: (number: string) => `Not known while ${number} is under way.`,
    noSeries: 'Uniconta shows no number series for invoices. Run Check set-up.',
    readAt: (when: string) => `Read ${when}`,
    readAgain: 'Read again',
    foreign: 'Documents there that are none of ours',
    foreignCount: (count: number) =>
      count === 1 ? '1 document is none of ours' : `${count} documents are none of ours`,
    noForeign: 'No foreign document was seen from the expected number on.',
    copyOf: (number: string) => `a copy of our ${number}`,
    go: 'Continue from another number',
    goText:
      'Only invoices to come get the new numbers. The numbers that are skipped stand in the history. Nothing finalized may wait.',
    waiting: (count: number) =>
      count === 1
        ? 'Not while a finalized document waits for its turn.'
        : `Not while ${count} finalized documents wait for their turn.`,
    next: 'Next number here',
    continue: 'Continue from this number',
  },
}
