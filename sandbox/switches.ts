// What is not known about the real Uniconta, as switches. Each says what is unknown and why its default is the worse case:
// a client that works against the defaults works against every other setting too. Facts come with their default from
// documents, guesses do not get a better default than they deserve.

/** What a successful write answers. `code-name` is a JSON string, `code-number` a JSON number, `nothing` is 204. */
export type WriteAnswer = 'entity' | 'code-name' | 'code-number' | 'nothing'

export type Switches = {
  // ── Signing in ──
  /** Whether a login reads an `apiKey`. One client sends it with a plain name, one signs in without. Worse: a plain name needs it. */
  apiKey: 'not-read' | 'needed-for-plain-names' | 'needed'
  /** Status of a wrong password. Worse: 200 with a string, which a careless client takes for success. */
  badPassword: '200-string' | '401' | '400'
  /** What a second login of a server user does. Worse: it ends the first session without telling it. */
  secondLogin: 'ends-first' | 'is-refused' | 'both-live'
  /** Whether a user who is not a server user may sign in over the API. Worse: not. */
  ordinaryUsers: 'refused' | 'allowed'
  /** Which sessions a ChangeCompany moves. Worse: every session of the user. */
  changeCompany: 'all-sessions-of-user' | 'this-session'
  /** Whether a refreshed token keeps the company chosen by ChangeCompany. Worse: it falls back to the login's company. */
  refreshKeepsCompany: boolean

  // ── Reading ──
  /** Which companies CompanyClient shows. Worse: only the current one, so a client cannot find the others by itself. */
  companyList: 'current' | 'all-reachable'
  /** Unfiltered reads were seen to be stale in long sessions. Worse: a session sees its first unfiltered read for ever. */
  unfilteredReads: 'kept-in-session' | 'fresh'
  /** The answer to a body of `[]`; one client found that it must send `[{}]`. Worse: nothing comes back. */
  emptyFilterList: 'nothing' | 'everything'
  /** A filter on a property that does not exist. Worse: it is ignored and everything comes back. */
  unknownFilterProperty: 'ignored' | 'matches-nothing' | 'refused'
  /** Date formats a filter understands; the documents show only dd-MM-yyyy. Worse: an ISO date matches nothing. */
  filterDates: 'dd-MM-yyyy' | 'also-iso'
  /** Order of rows without OrderBy. Worse: another one in every call, so pages overlap unless sorted. */
  unsortedRows: 'any-order' | 'by-row-id'
  /** Most rows of one answer, 0 for no limit. No limit is published. Worse: there is one, and the answer does not say so. */
  rowCap: number
  /** A read of a table the user may not read. Worse: an empty list, which looks like an empty table. */
  readWithoutRights: 'empty-list' | 'refused'
  /** Query/Read of a key that does not exist. Worse: 204, which looks like success. */
  readMissing: 'nothing' | 'refused'
  /** Whether debtors, projects and other keyed rows show a row id; the document declares none on them. Worse: none. */
  rowIds: 'hidden' | 'PrimaryKeyId'
  /** How dates are written; both forms were seen. Worse: with a Z, which invites a conversion that moves the day. */
  dateSuffix: 'Z' | ''

  // ── Writing ──
  /** Answer of Insert. One client reads the entity from it. Worse: 204 without a body. */
  insertAnswer: WriteAnswer
  /** Answer of InsertList, InsertMasterAndDetails and InsertChildRecords. Worse: a string, as refusals are. */
  listAnswer: WriteAnswer
  /** Answer of the updates. Worse: a bare number. */
  updateAnswer: WriteAnswer
  /** Answer of the deletes. Worse: 204 without a body. */
  deleteAnswer: WriteAnswer
  /** A list in which one row is refused. Worse: the rows before it stay written. */
  lists: 'keep-rows-before-the-refused' | 'all-or-nothing'
  /** Update with an object that lacks fields. Worse: the missing fields are blanked. */
  partialUpdate: 'blanks-missing-fields' | 'keeps-missing-fields'
  /** UpdateFieldsModified whose Original is no longer what is stored. Worse: the change goes through regardless. */
  staleOriginal: 'overwrites' | 'is-refused'
  /** A label written to a list field that the language does not have. Worse: it quietly becomes the list's first value. */
  unknownLabel: 'becomes-first' | 'is-ignored' | 'is-refused'
  /** Labels accepted on write. Worse: only those of the user's language. */
  labelsAccepted: 'own-language' | 'both-languages'
  /** Language of labels on read. Following the user is likely; the other two serve tests. Worse: it depends on the user. */
  labelLanguage: 'of-user' | 'english' | 'danish'
  /** A date written with an offset. Worse: it is converted to UTC and may land on the day before. */
  dateOffset: 'shifts-the-day' | 'is-dropped'
  /** A project for a customer that is blocked. Worse: refused. */
  blockedCustomer: 'refuses-projects' | 'takes-projects'

  // ── Refusing ──
  /** Body of a refusal: the label is seen for KeyExists. Worse: the label, in the language of the user. */
  refusalText: 'label' | 'name'
  /** Status of a refusal other than KeyExists (400, seen). The same is likely; 200 serves tests of careless reading. */
  refusalStatus: 400 | 200

  // ── Limits and books ──
  /** Calls a user may make a day before each call waits one second, and one more for each further such number; 0 for never. */
  callsBeforeSlowDown: number
  /** Whether the seed has a payment term of 0 days. Unknown in a customer's books. Worse: it is missing. Read by reset. */
  paymentTermOfNoDays: boolean
}

export const worstCase: Readonly<Switches> = {
  apiKey: 'needed-for-plain-names',
  badPassword: '200-string',
  secondLogin: 'ends-first',
  ordinaryUsers: 'refused',
  changeCompany: 'all-sessions-of-user',
  refreshKeepsCompany: false,
  companyList: 'current',
  unfilteredReads: 'kept-in-session',
  emptyFilterList: 'nothing',
  unknownFilterProperty: 'ignored',
  filterDates: 'dd-MM-yyyy',
  unsortedRows: 'any-order',
  rowCap: 1000,
  readWithoutRights: 'empty-list',
  readMissing: 'nothing',
  rowIds: 'hidden',
  dateSuffix: 'Z',
  insertAnswer: 'nothing',
  listAnswer: 'code-name',
  updateAnswer: 'code-number',
  deleteAnswer: 'nothing',
  lists: 'keep-rows-before-the-refused',
  partialUpdate: 'blanks-missing-fields',
  staleOriginal: 'overwrites',
  unknownLabel: 'becomes-first',
  labelsAccepted: 'own-language',
  labelLanguage: 'of-user',
  dateOffset: 'shifts-the-day',
  blockedCustomer: 'refuses-projects',
  refusalText: 'label',
  refusalStatus: 400,
  callsBeforeSlowDown: 5000,
  paymentTermOfNoDays: false,
}
