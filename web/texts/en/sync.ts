import type { FailureKind } from '../../../src/sync/log-entry.ts'
import type { RecordState, SyncAction } from '../../../src/sync/record-state.ts'

const states: Record<RecordState, string> = {
  off: 'Not sent',
  waiting: 'Waiting',
  held: 'Held',
  'order-made': 'Order made',
  uncertain: 'Uncertain',
  transferred: 'Transferred',
  failed: 'Failed',
  'number-mismatch': 'Number mismatch',
  'amount-differs': 'Amount differs',
  'changed-there': 'Changed there',
  'link-broken': 'Link broken',
}

const actions: Record<SyncAction, string> = {
  'send-now': 'Send now',
  'send-again': 'Send again',
  'look-now': 'Look now',
  link: 'Link …',
  'create-again': 'Create again',
  'put-ours-back': 'Put ours back',
  'go-to': 'Go to what holds it',
  choose: 'Choose what to do',
}

const failures: Record<FailureKind, string> = {
  unreachable: 'Not reached',
  busy: 'Asked to wait',
  'signed-out': 'Not let in',
  rejected: 'Refused',
  unclear: 'No answer',
}

export const sync = {
  title: 'Accounting',
  state: 'Accounting',
  states,
  actions,
  goTo: (label: string) => `Go to ${label}`,
  since: (when: string) => `Since ${when}`,
  nextTry: (when: string) => `Next try ${when}`,
  /** What the other system calls its fields, in our words. */
  fields: {
    Account: 'Customer number',
    Number: 'Project number',
    Name: 'Name',
    Group: 'Customer group',
    CompanyRegNo: 'Registration number',
    ContactEmail: 'E-mail',
    InvoiceEmail: 'E-mail for invoices',
    Address1: 'Street',
    Address2: 'Street, line 2',
    Address3: 'Street, line 3',
    ZipCode: 'Postal code',
    Www: 'Website',
    Phase: 'State',
    StartDate: 'Start',
    EndDate: 'End',
    InvoiceNumber: 'Number',
    Next: 'Next number',
    net: 'Net',
    VAT: 'VAT',
    total: 'Total',
  },
  field: 'Field',
  here: 'Here',
  there: 'There',
  differences: 'Differences',
  noDifference: 'Every field is the same on both sides.',
  exchange: 'Show exchange',
  exchangeTitle: 'Every try to send this record',
  exchangeEmpty: 'Nothing was tried yet.',
  calls: (count: number) => (count === 1 ? '1 call' : `${count} calls`),
  noCalls: 'No call was made.',
  request: 'Sent',
  answer: 'Answer',
  noAnswer: 'No answer',
  outcomes: {
    done: 'Done',
    unchanged: 'Nothing to change',
    off: 'Switched off',
    after: 'Held',
    again: 'Goes again',
    failed: 'Failed',
    lost: 'Answer lost',
    running: 'Under way',
  },
  failures,
  sendAgainMany: (count: number) => `Send ${count} again`,
  stayOff: (count: number) =>
    count === 1
      ? '1 of them is not sent to accounting and stays.'
      : `${count} of them are not sent to accounting and stay.`,
  queued: (count: number) => (count === 1 ? '1 record goes now.' : `${count} records go now.`),
  refused: (count: number) => (count === 1 ? '1 record did not go:' : `${count} records did not go:`),
  linkTitle: 'Link with a record that is there',
  linkText: 'Our values go there once it is linked. Nothing is overwritten before.',
  linkNone: 'No record there has this number or registration number.',
  linkWith: (key: string) => `Link with ${key}`,
  createAgainTitle: 'Create it again?',
  createAgainText: 'The record is made anew there, with our number and our values.',
  newNumberItem: 'Another number …',
  newNumberTitle: (name: string) => `Another number for ${name}`,
  newNumberText: {
    customer: (key: string) =>
      `The customer is made anew in accounting under the new number, and its projects move there. What is booked on ${key} stays on ${key}, which is no longer kept up from here. This cannot be taken back.`,
    project: (key: string) =>
      `The project is made anew in accounting under the new number. What is booked on ${key} stays on ${key}, which is no longer kept up from here. This cannot be taken back.`,
  },
  newNumber: 'New number',
  giveNewNumber: 'Give this number',
  putBackTitle: 'Put our values back?',
  putBackText: 'What was changed there is overwritten with what stands here.',
}
