import type { invoiceDepartments, Phase, projectDepartments } from '../../src/uniconta/settings.ts'
import { booksTexts } from './books-texts-en.ts'
import { importDialog, importTexts } from './import-texts-en.ts'
import { paymentTexts } from './payment-texts-en.ts'
import { postingTexts } from './posting-texts-en.ts'

const phases: Record<Phase, string> = {
  Created: 'Created',
  Offer: 'Offer',
  Accepted: 'Accepted',
  InProgress: 'In progress',
  Paused: 'Paused',
  ReportedAsFinished: 'Reported as finished',
  Completed: 'Completed',
}
const departmentChoices: Record<(typeof projectDepartments)[number], string> = {
  none: 'Do not include department',
  'project-department': 'Use department from project',
  'project-tag-group': 'Use project tag group',
}

const invoiceDepartmentChoices: Record<(typeof invoiceDepartments)[number], string> = {
  none: 'Do not include department',
  'invoice-department': 'Use department from invoice',
  'invoice-tag-group': 'Use invoice tag group',
  'project-department': 'Use department from project',
  'project-tag-group': 'Use project tag group',
}

export const texts = {
  loading: 'Loading the integration',
  fields: {
    enabled: 'Enabled',
    userName: 'User name',
    companyId: 'Company',
    departmentDimension: 'Department',
    exportCustomers: 'Export customers',
    customerGroupTagGroupId: 'Tag group for customer groups',
    exportProjects: 'Export projects',
    projectDepartment: 'Department of projects',
    projectDepartmentTagGroupId: 'Tag group for departments',
    phases: 'Phases',
    exportInvoices: 'Export invoices',
    projectCategoryTagGroupId: 'Tag group for project categories',
    invoiceDepartment: 'Department of invoices',
    invoiceDepartmentInvoiceTagGroupId: 'Invoice tag group for departments',
    invoiceDepartmentProjectTagGroupId: 'Project tag group for departments',
    postingWaitMinutes: 'Minutes to wait before sending again',
    firstDocument: 'The first invoice and the first credit note',
    numberLeavesWhenSettled: 'Send the number out only when it is booked',
    importExpenses: 'Import expenses',
    expenseActivity: 'Expense activity',
    expensesBillable: 'Billability',
    expensesFrom: 'Start date',
    expenseSeries: 'Number series',
    expenseAccounts: 'Account filter',
    expensesApproved: 'Imported expenses are approved',
    expenseEveryMinutes: 'How often',
    expenseFromHour: 'From',
    expenseToHour: 'Until',
    notifyUserIds: 'Users to notify',
    notifyEmails: 'E-mails to notify',
    notifyLevel: 'Notify about',
    notes: 'Notes',
  },
  connection: {
    title: 'Connection',
    userNameHint: 'A server user in Uniconta that nothing and nobody else signs in with.',
    password: 'Password',
    passwordKept: 'Is stored. Left empty, it stays as it is.',
    advanced: 'Advanced',
    apiKey: 'API key',
    apiKeyHint: 'Only where your Uniconta partner gave you one.',
    apiKeyKept: 'Is stored. Left empty, it stays as it is.',
    removeApiKey: 'Remove the stored API key',
    fetchCompanies: 'Fetch companies',
    fetchFirst: 'Write user name and password, then fetch the companies.',
    fetched: (count: number) =>
      count === 0
        ? 'This user may open no company.'
        : count === 1
          ? 'One company was found.'
          : `${count} companies were found. Choose one.`,
    companyIdHint: 'The company id, a number. Then fetch again.',
    deactivated: (name: string) => `${name} (deactivated)`,
    notListed:
      'The stored company is not among those that this user may open. It is kept until you choose another one.',
    writeUserName: 'Write the user name.',
    writePassword: 'Write the password.',
    changesCompany: (count: number) =>
      count === 1
        ? 'One record is linked with the old company. In the new company it is sent again as new.'
        : `${count} records are linked with the old company. In the new company they are all sent again as new.`,
    confirmChange: 'Yes, change the company',
    departmentHint: 'Which dimension holds departments, as under General Ledger > Maintenance > Dimensions.',
    notActivated: 'Not activated',
    dimension: (name: string, number: number) => `${name} (dimension ${number})`,
    unnamed: (number: number) => `Dimension ${number}`,
    fetchingDimensions: 'Fetching the dimensions …',
  },
  transfer: {
    title: 'Data transfer',
    exportCustomersHint: 'New and changed customers go to Uniconta the moment they are saved.',
    exportProjectsHint: 'New and changed projects go to Uniconta, their customer first.',
    exportInvoicesHint: 'A finalized invoice or credit note is booked in Uniconta with the number that it has here.',
    groupHint: 'Each tag of the group is a customer group; its code is the one used in Uniconta.',
    fetchGroups: 'Fetch groups from Uniconta and make tags',
    madeTags: (created: number, existing: number) =>
      `${created === 1 ? 'One tag was made' : `${created} tags were made`}; ${existing} ${existing === 1 ? 'was' : 'were'} there already.`,
    wrongRule: (group: string) =>
      `${group} does not ask for exactly one tag. Change its rule, else records with none or two of them cannot be sent.`,
    noTags: (group: string) => `${group} has no tags yet.`,
    codeless: (names: string) => `Without a code: ${names}. A record with such a tag cannot be sent.`,
    toTags: 'To the tags',
    departmentChoices,
    departmentTagHint: 'Each tag of the group is a department; its code is the one used in Uniconta.',
    categoryHint:
      'Each tag of the group is a project category; its code is the one used in Uniconta. A project’s tag is the category of all its invoice lines.',
    fetchCategories: 'Fetch project categories from Uniconta and make tags',
    invoiceDepartmentChoices,
    postingTitle: 'Advanced: unclear answers, and when the number leaves the house',
    firstDocumentHint:
      'Some things of a company show only when something is written there. What was seen stands under Company > Export invoices > What is known.',
    firstDocumentChoices: {
      show: 'Show me each step before it is made',
      go: 'Send them like all others, without showing',
    },
    numberLeavesHint:
      'The PDF, the mail and the e-invoice wait until the invoice is booked in Uniconta, so that nobody holds a number that the books do not have.',
    postingWaitHint:
      'When Uniconta gave no answer: so long after its last chance to arrive, an invoice that is not found there is sent anew. From 5 minutes to a day.',
    phaseTitle: 'Advanced: what a project’s state becomes in Uniconta',
    state: 'State here',
    phase: 'Phase in Uniconta',
    leavePhase: 'Leave the phase as it is',
    phases,
  },
  verify: {
    title: 'What is being verified',
    states: { running: 'under way', ok: 'right', failed: 'not right' },
  },
  setUp: {
    title: 'In Uniconta',
    check: 'Check set-up',
    checking: 'Looking at both sides …',
    checkedAt: (when: string) => `Looked at ${when}`,
    neverChecked: 'This is what Uniconta needs. It is ticked when Check set-up has seen it.',
    afterSaving: 'This is what Uniconta needs. It is looked at when you have saved.',
    allRight: 'Everything is as it has to be.',
    toDo: 'Still to do',
    done: 'Seen as right',
    states: { ok: 'Right', warning: 'Look at it', error: 'To do', unknown: 'Not known' },
    notLooked: 'Not looked at yet',
    mendHere: 'Mend it here',
    where: (path: string) => `In Uniconta: ${path}`,
  },
  /** What has to stand in Uniconta, by the check that looks at it. */
  preparation: {
    'sign-in': {
      title: 'A server user',
      text: 'It may open the company, and read and save customers, projects, orders and invoices.',
      where: 'Company > Maintenance > Users',
    },
    groups: {
      title: 'Customer groups',
      text: 'Each has its code; the tags of the tag group carry the same codes.',
      where: 'Customer > Maintenance > Customer groups',
    },
    'project-group': {
      title: 'A default project group',
      text: 'New projects are put into it.',
      where: 'Project > Maintenance > Project groups',
    },
    categories: {
      title: 'Project categories',
      text: 'One or more of the type Revenue or On account invoicing; the tags of the tag group carry their codes.',
      where: 'Project > Maintenance > Project category',
    },
    series: {
      title: 'A voucher number series for Akkord alone',
      text: 'Without prefix. Its next number is our next invoice number, its last number far away.',
      where: 'General Ledger > Maintenance > Voucher number series',
    },
    sequences: {
      title: 'The invoice number is the voucher number',
      text: 'With that series for the vouchers of invoices.',
      where: 'Customer > Maintenance > Number sequences',
    },
    terms: {
      title: 'Terms of payment',
      text: 'One with net days for each number of days in use, and one of 0 days for credit notes.',
      where: 'General Ledger > Maintenance > Terms of payment',
    },
    ledger: {
      title: 'Accounts and VAT codes',
      text: 'Those that invoice lines use here, under the same numbers and codes.',
      where: 'General Ledger > Maintenance > Chart of accounts, VAT codes',
    },
    dimension: {
      title: 'A dimension for departments',
      text: 'Its values carry the numbers of the departments here.',
      where: 'General Ledger > Maintenance > Dimensions',
    },
  },
  backfill: {
    title: 'What exists already',
    text: 'Records that were made before are sent when you ask for it; where a linked record differs there, our values go there. New ones go by themselves.',
    send: (kind: 'customers' | 'projects', count: number, shown: string) =>
      count === 1
        ? `Send the existing ${kind === 'customers' ? 'customer' : 'project'}`
        : `Send the ${shown} existing ${kind}`,
    none: (kind: 'customers' | 'projects') => `There are no ${kind} yet.`,
    linkSame: 'Link what is the same',
    linkSameHint:
      'A record there with the same number, and the same name or registration number, is taken for the same, and our values go there. Without this, each such record waits for a person.',
    pause: 'Pause',
    resume: 'Go on',
    progress: (done: string, total: string) => `${done} of ${total}`,
    made: 'Made',
    corrected: 'Corrected',
    right: 'Already right',
    questions: 'Need a person',
    calls: 'Calls',
    started: (when: string) => `Started ${when}`,
    earlier: (count: number) => (count === 1 ? 'One earlier run' : `${count} earlier runs`),
  },
  postings: postingTexts,
  imports: importTexts,
  importDialog,
  payments: paymentTexts,
  books: booksTexts,
}
