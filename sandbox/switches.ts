// What is not known about the real Uniconta, as switches. The first choice of each is its default and the worse case: a client
// that works against the defaults has the best chance with the real one. Facts are not switches.

/** Each with what is unknown and why the first choice, or the usual number, is the worse case. */
export const switchTable = {
  apiKey: {
    choices: ['needed-for-plain-names', 'not-read', 'needed'],
    unknown: 'Whether a login reads an `apiKey`. One client sends it with a plain name, one signs in without.',
    worse: 'A plain name needs it.',
  },
  badPassword: {
    choices: ['200-string', '401', '400'],
    unknown: 'Status of a wrong password.',
    worse: '200 with a string, which a careless client takes for success.',
  },
  secondLogin: {
    choices: ['ends-first', 'is-refused', 'both-live'],
    unknown: 'What a second login of a server user does.',
    worse: 'It ends the first session without telling it.',
  },
  ordinaryUsers: {
    choices: ['refused', 'allowed'],
    unknown: 'Whether a user who is not a server user may sign in over the API.',
    worse: 'Only server users may.',
  },
  changeCompany: {
    choices: ['all-sessions-of-user', 'this-session'],
    unknown: 'Which sessions a ChangeCompany moves.',
    worse: 'Every session of the user.',
  },
  refreshKeepsCompany: {
    choices: [false, true],
    unknown: 'Whether a refreshed token keeps the company chosen by ChangeCompany.',
    worse: "It falls back to the login's company.",
  },
  companyList: {
    choices: ['current', 'all-reachable'],
    unknown: 'Which companies CompanyClient shows.',
    worse: 'Only the current one, so a client cannot find the others by itself.',
  },
  unfilteredReads: {
    choices: ['kept-in-session', 'fresh'],
    unknown: 'Unfiltered reads were seen to be stale in long sessions.',
    worse: 'A session sees its first unfiltered read for ever.',
  },
  emptyFilterList: {
    choices: ['nothing', 'everything'],
    unknown: 'The answer to a body of `[]`; one client found that it must send `[{}]`.',
    worse: 'Nothing comes back.',
  },
  unknownFilterProperty: {
    choices: ['ignored', 'matches-nothing', 'refused'],
    unknown: 'A filter on a property that does not exist.',
    worse: 'It is ignored and everything comes back.',
  },
  filterDates: {
    choices: ['dd-MM-yyyy', 'also-iso'],
    unknown: 'Date formats a filter understands; the documents show only dd-MM-yyyy.',
    worse: 'An ISO date matches nothing.',
  },
  unsortedRows: {
    choices: ['any-order', 'by-row-id'],
    unknown: 'Order of rows without OrderBy.',
    worse: 'Another one in every call, so pages overlap unless sorted.',
  },
  rowCap: {
    usual: 1000,
    unknown: 'Most rows of one answer, 0 for no limit. No limit is published.',
    worse: 'There is one, and the answer does not say so.',
  },
  readWithoutRights: {
    choices: ['empty-list', 'refused'],
    unknown: 'A read of a table the user may not read.',
    worse: 'An empty list, which looks like an empty table.',
  },
  readMissing: {
    choices: ['nothing', 'refused'],
    unknown: 'Query/Read of a key that does not exist.',
    worse: '204, which looks like success.',
  },
  rowIds: {
    choices: ['hidden', 'PrimaryKeyId'],
    unknown: 'Whether debtors, projects and other keyed rows show a row id; the document declares none on them.',
    worse: 'None.',
  },
  dateSuffix: {
    choices: ['Z', ''],
    unknown: 'How dates are written; both forms were seen.',
    worse: 'With a Z, which invites a conversion that moves the day.',
  },
  insertAnswer: {
    choices: ['nothing', 'entity', 'code-name', 'code-number'],
    unknown: 'Answer of Insert. One client reads the entity from it.',
    worse: '204 without a body.',
  },
  listAnswer: {
    choices: ['code-name', 'entity', 'code-number', 'nothing'],
    unknown: 'Answer of InsertList, InsertMasterAndDetails and InsertChildRecords.',
    worse: 'A string, as refusals are.',
  },
  updateAnswer: {
    choices: ['code-number', 'entity', 'code-name', 'nothing'],
    unknown: 'Answer of the updates.',
    worse: 'A bare number.',
  },
  deleteAnswer: {
    choices: ['nothing', 'entity', 'code-name', 'code-number'],
    unknown: 'Answer of the deletes.',
    worse: '204 without a body.',
  },
  lists: {
    choices: ['keep-rows-before-the-refused', 'all-or-nothing'],
    unknown: 'A list in which one row is refused.',
    worse: 'The rows before it stay written.',
  },
  partialUpdate: {
    choices: ['blanks-missing-fields', 'keeps-missing-fields'],
    unknown: 'Update with an object that lacks fields.',
    worse: 'The missing fields are blanked.',
  },
  staleOriginal: {
    choices: ['overwrites', 'is-refused'],
    unknown: 'UpdateFieldsModified whose Original is no longer what is stored.',
    worse: 'The change goes through regardless.',
  },
  unknownLabel: {
    choices: ['becomes-first', 'is-ignored', 'is-refused'],
    unknown: 'A label written to a list field that the language does not have.',
    worse: "It quietly becomes the list's first value.",
  },
  labelsAccepted: {
    choices: ['own-language', 'both-languages'],
    unknown: 'Labels accepted on write.',
    worse: "Only those of the user's language.",
  },
  labelLanguage: {
    choices: ['of-user', 'english', 'danish'],
    unknown: 'Language of labels on read. Following the user is likely; the other two serve tests.',
    worse: 'It depends on the user.',
  },
  dateOffset: {
    choices: ['shifts-the-day', 'is-dropped'],
    unknown: 'A date written with an offset.',
    worse: 'It is converted to UTC and may land on the day before.',
  },
  blockedCustomer: {
    choices: ['refuses-projects', 'takes-projects'],
    unknown: 'A project for a customer that is blocked.',
    worse: 'Refused.',
  },
  refusalText: {
    choices: ['label', 'name'],
    unknown: 'Body of a refusal: the label is seen for KeyExists.',
    worse: 'The label, in the language of the user.',
  },
  refusalStatus: {
    choices: [400, 200],
    unknown: 'Status of a refusal other than KeyExists, for which 400 was seen.',
    worse: '400 is the likely one; 200 is there for tests of careless reading.',
  },
  lastErrorText: {
    choices: ['with-field-and-value', 'label'],
    unknown: 'What GetLastError says, and whether it says anything before there was an error.',
    worse: 'More than the label, so the two cannot be compared, and nothing before the first error.',
  },
  orderDefaults: {
    choices: ['of-customer', 'blank'],
    unknown: 'Fields of an order that were not sent. One program found that a plain insert does not take them over.',
    worse: "The customer's currency, term, discount, dimensions and invoice account come in unasked.",
  },
  ownOrderNumber: {
    choices: ['is-kept', 'is-replaced'],
    unknown: 'An order number that came with the insert. Clients were seen to set it.',
    worse: 'Kept is the likely one; the other is there for tests.',
  },
  orderReferences: {
    choices: ['checked-when-posted', 'checked-when-written'],
    unknown: 'When accounts, codes and categories of an order are looked at.',
    worse: 'Only when it is posted.',
  },
  ourRef: {
    choices: ['is-not-filterable', 'is-filterable', 'is-not-kept'],
    unknown: 'Whether orders and invoices can be filtered by OurRef. That it is copied to the invoice was seen.',
    worse: 'A filter on it is as one on an unknown property; `is-not-kept`, where invoices lack it, is for tests.',
  },
  orderAfterPosting: {
    choices: ['stays', 'stays-empty', 'as-it-says'],
    unknown: 'Whether DeleteOrder and DeleteLines are honoured when the order is posted over the API.',
    worse: 'The order stays with its lines and can be posted again.',
  },
  orderDueDate: {
    choices: ['is-ignored', 'is-used'],
    unknown: 'What DueDate of an order does to the invoice.',
    worse: 'Nothing: the payment term alone decides.',
  },
  vatRounding: {
    choices: ['per-line', 'per-code'],
    unknown: 'Whether VAT is rounded on every line or once per code.',
    worse: 'On every line, which differs from the sum of most invoices programs.',
  },
  simulate: {
    choices: ['with-amounts', 'errors-only', 'is-refused'],
    unknown: 'What Simulate answers. The .NET result carries the header of the invoice, so amounts are likely.',
    worse: 'Amounts are the likely one; the others are there for tests.',
  },
  postingAnswer: {
    choices: ['object', 'pdf', 'number-as-text'],
    unknown: 'The answer of a posting. An object was seen; the document speaks of a PDF.',
    worse: 'The object is what was seen; the others are there for tests.',
  },
  creditNoteNumbers: {
    choices: ['of-invoices', 'own-series'],
    unknown: 'Where credit notes take their number. No setting names a second series, so one is likely.',
    worse: 'The likely one is the default; with `own-series` it is the series `Kreditnota`.',
  },
  zeroTotal: {
    choices: ['is-refused', 'is-posted'],
    unknown: 'An order that comes to nothing.',
    worse: 'Refused.',
  },
  usedNumber: {
    choices: ['is-given-again', 'is-refused'],
    unknown: 'A series that was set back to a number in use.',
    worse: 'The number is given a second time.',
  },
  settlementNotOpen: {
    choices: ['is-refused', 'is-ignored'],
    unknown: 'A credit note whose Settlements names no open posting of the customer.',
    worse: 'Refused.',
  },
  paymentOfSeveral: {
    choices: ['names-none', 'names-first'],
    unknown: 'The Invoice of the row of a payment that settles several invoices.',
    worse: 'It names none, so that only what is left of each invoice tells that it is paid.',
  },
  documentAnswer: {
    choices: ['bytes', 'base64', 'row'],
    unknown: 'How the document of a voucher comes.',
    worse: 'As bytes, which a client that expects JSON spoils.',
  },
  finishedProject: {
    choices: ['refuses-invoices', 'takes-invoices'],
    unknown: 'An invoice on a project whose phase is Completed.',
    worse: 'Refused as for a blocked project.',
  },
  callsBeforeSlowDown: {
    usual: 5000,
    unknown: 'Calls of a user in a day before each waits a second, one more for each further so many; 0 for never.',
    worse: 'The published number; whether the WebAPI counts as other programs do is not known, so it does.',
  },
  paymentTermOfNoDays: {
    choices: [false, true],
    unknown: "Whether a customer's books have a payment term of 0 days. Read when the books are seeded.",
    worse: 'It is missing.',
  },
} as const satisfies Record<string, Switch>

type Switch = { readonly unknown: string; readonly worse: string } & (
  | { readonly choices: readonly (string | number | boolean)[] }
  | { readonly usual: number }
)

type Table = typeof switchTable

export type Switches = {
  -readonly [Name in keyof Table]: Table[Name] extends { readonly choices: readonly (infer Choice)[] } ? Choice : number
}

/** How a successful write answers. `code-name` is a JSON string, `code-number` a JSON number, `nothing` is 204. */
export type WriteAnswer = Switches['insertAnswer']

export const worstCase = Object.fromEntries(
  Object.entries(switchTable).map(([name, entry]) => [name, 'choices' in entry ? entry.choices[0] : entry.usual]),
) as Readonly<Switches>

/** Throws with a sentence when a name or a value does not exist. */
export function checkSwitches(changes: Readonly<Record<string, unknown>>): Partial<Switches> {
  for (const [name, value] of Object.entries(changes)) {
    const entry: Switch | undefined = (switchTable as Record<string, Switch>)[name]
    if (entry === undefined) throw new Error(`There is no switch ${name}.`)
    const fits = 'choices' in entry ? entry.choices.some((choice) => choice === value) : isCount(value)
    if (!fits) throw new Error(`The switch ${name} does not take ${JSON.stringify(value)}.`)
  }
  return changes as Partial<Switches>
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}
