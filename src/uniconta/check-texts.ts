// What Check set-up says: a title, what was found, and the menu path there that mends it.
export const checkTexts = {
  'check.signIn': () => 'Sign-in',
  'check.signIn.ok': (v: { company: string }) => `Signed in; company ${v.company} is open.`,
  'check.refused': (v: { reason: string }) => `Uniconta does not let the user look at this: ${v.reason}`,
  'check.refused.where': () => 'Company > Maintenance > User rights',
  'check.elsewhere': () => 'A user of its own',
  'check.elsewhere.ok': (v: { days: number }) => `Nobody else used the user in the last ${v.days} days.`,
  'check.elsewhere.seen': (v: { user: string; count: number; days: number }) =>
    `Another program signed in as ${v.user} ${v.count === 1 ? 'once' : `${v.count} times`} in the last ${v.days} days and ended the session of Akkord. Give Akkord a server user of its own.`,
  'check.elsewhere.where': () => 'Company > Maintenance > Users',
  'check.language': () => 'Language of the user',
  'check.language.ok': (v: { language: string }) => `The user reads ${v.language}, which is understood.`,
  'check.language.other': (v: { language: string }) =>
    `The user reads ${v.language}. Phases are written in English then and may not be taken. Give the user English or Danish.`,
  'check.language.unknown': () => 'The language of the user could not be read. English is assumed.',
  'check.language.where': () => 'Company > Maintenance > Users > Language',
  'check.groups': () => 'Customer groups',
  'check.groups.noGroup': () => 'The tag group for customer groups no longer exists. Choose one in the integration.',
  'check.groups.rule': (v: { group: string }) =>
    `The tag group ${v.group} does not ask for exactly one tag. Change its rule, else customers without or with two groups fail.`,
  'check.groups.noTags': (v: { group: string }) =>
    `The tag group ${v.group} has no tags. Fetch the groups from Uniconta to make them.`,
  'check.groups.noCode': (v: { tags: string }) =>
    `These tags have no code: ${v.tags}. The code is the customer group in Uniconta.`,
  'check.groups.notThere': (v: { codes: string }) => `Uniconta has no customer group with these codes: ${v.codes}.`,
  'check.groups.unread': () => 'No customer group could be read. The user may lack the right, or the company has none.',
  'check.groups.ok': (v: { count: number }) =>
    v.count === 1 ? 'The one tag matches a customer group.' : `All ${v.count} tags match a customer group.`,
  'check.groups.where': () => 'Customer > Maintenance > Customer groups',
  'check.tagless': () => 'Customers without a group',
  'check.tagless.some': (v: { count: number; group: string }) =>
    v.count === 1
      ? `One customer does not have exactly one tag of ${v.group} and cannot be sent.`
      : `${v.count} customers do not have exactly one tag of ${v.group} and cannot be sent.`,
  'check.tagless.ok': () => 'Every customer has exactly one.',
  'check.numbers': () => 'Numbers',
  'check.numbers.some': (v: { count: number; examples: string }) =>
    `${v.count === 1 ? 'One number' : `${v.count} numbers`} cannot be used in Uniconta, for example ${v.examples}. Letters A-Z, digits, hyphen and underscore are taken, 20 at most.`,
  'check.numbers.ok': () => 'All numbers of customers and projects can be used in Uniconta.',
  'check.countries': () => 'Countries',
  'check.countries.some': (v: { countries: string }) =>
    `Uniconta numbers countries itself, and the numbers of these are not known: ${v.countries}. Their customers are sent without country. Set each once on a debtor there and check again: it is learned.`,
  'check.countries.ok': () => 'The countries of all customers are known.',
  'check.countries.where': () => 'Customer > Customers > Country',
  'check.fax': () => 'Fax number',
  'check.fax.none': () =>
    'Uniconta has no field for it, so fax numbers stay here. Add a user-defined field named Fax to customers there to have them sent.',
  'check.fax.ok': (v: { field: string }) => `Goes to the user-defined field ${v.field}.`,
  'check.fax.where': () => 'Tools > User-defined fields > Customer',
  'check.projectGroup': () => 'Default project group',
  'check.projectGroup.none': () =>
    'No project group is marked as default. A new project needs one, since it is sent without a group.',
  'check.projectGroup.unread': () =>
    'No project group could be read. The user may lack the right, or the company has none.',
  'check.projectGroup.ok': (v: { group: string }) => `New projects get the group ${v.group}.`,
  'check.projectGroup.where': () => 'Project > Maintenance > Project groups',
  'check.dimension': () => 'Department dimension',
  'check.dimension.gone': (v: { number: number }) => `Dimension ${v.number} is no longer in use in the company.`,
  'check.dimension.ok': (v: { name: string }) => `Departments are the dimension ${v.name}.`,
  'check.dimension.where': () => 'General Ledger > Maintenance > Dimensions',
  'check.departments': () => 'Departments',
  'check.departments.notThere': (v: { codes: string; dimension: string }) =>
    `The dimension ${v.dimension} has no value ${v.codes}.`,
  'check.departments.blocked': (v: { codes: string }) => `Blocked in Uniconta: ${v.codes}.`,
  'check.departments.noGroup': () => 'The tag group for departments no longer exists. Choose one in the integration.',
  'check.departments.noTags': (v: { group: string }) =>
    `The tag group ${v.group} has no tags. Make one for each department.`,
  'check.departments.rule': (v: { group: string }) => `The tag group ${v.group} does not ask for exactly one tag.`,
  'check.departments.noCode': (v: { tags: string }) => `These tags have no code: ${v.tags}.`,
  'check.departments.ok': () => 'Every department has its value in Uniconta.',
  'check.departmentless': () => 'Projects without a department',
  'check.departmentless.some': (v: { count: number }) =>
    `${v.count === 1 ? 'One project has' : `${v.count} projects have`} none and cannot be sent.`,
  'check.departmentless.ok': () => 'Every project has one.',
  'check.calls': () => 'Calls today',
  'check.calls.many': (v: { calls: number; free: number }) =>
    `${v.calls} of ${v.free} free calls are used. Above that Uniconta slows every call down.`,
  'check.calls.ok': (v: { calls: number; free: number }) => `${v.calls} of ${v.free} free calls are used.`,
  'verify.signIn': () => 'Signing in',
  'verify.read': () => 'Reading what is needed',
  'verify.write': () => 'Trying the right to save',
  'verify.save': () => 'Saving',
  'verify.mayNotSave': (v: { what: string; user: string }) =>
    `User ${v.user} may not make a ${v.what} in Uniconta. Give the user the right under Company > Maintenance > User rights, then save again.`,
  'verify.mayNotRead': (v: { what: string; user: string }) =>
    `No ${v.what} group could be read in Uniconta: user ${v.user} may lack the right, or the company has none. Give the user the right under Company > Maintenance > User rights, then save again.`,
  'verify.mayNotReadInvoices': (v: { user: string }) =>
    `No project category, order or invoice could be read in Uniconta: user ${v.user} may lack the right, or the company has no project category. Give the user the right under Company > Maintenance > User rights, then save again.`,
  'verify.cannotTry': () =>
    'The right to save could not be tried, since there is no record yet. The first one that is sent will tell.',
  'check.categories.unread': () =>
    'No project category that an invoice may carry could be read. The user may lack the right, or the company has none of the type Revenue or On account invoicing.',
  'dialog.tagGroupMissing': () => 'Choose the tag group.',
  'dialog.tagGroupGone': () => 'This tag group does not exist, or is not for this kind of record.',
  'check.done': (v: { errors: number; warnings: number }) =>
    v.errors + v.warnings === 0
      ? 'Checked the set-up: all is right.'
      : `Checked the set-up: ${[many(v.errors, 'error'), many(v.warnings, 'warning')].filter(Boolean).join(', ')}.`,
  'dialog.groupInUse': () => 'The Uniconta integration uses this tag group. Choose another one there first.',
  'dialog.saved': (v: { company: string }) => `The integration was saved; it is connected with ${v.company}.`,
  'dialog.removed': (v: { company: string }) => `The integration with ${v.company} was removed. Links and log stay.`,
  'dialog.wrongPassword': (v: { user: string }) =>
    `Uniconta refused the name or password of user ${v.user}. Check both and try again.`,
  'dialog.noAnswer': () => 'Uniconta gave no answer that could be understood. Nothing was stored here; try again.',
  'dialog.passwordMissing': () => 'Write the password.',
  'dialog.unknownUser': () => 'This user does not exist or is not active.',
  'dialog.oneOnly': () => 'There is one Uniconta integration already. Change that one.',
  'dialog.confirmCompany': (v: { count: number }) =>
    `${v.count === 1 ? 'One record is' : `${v.count} records are`} linked with the old company. In the new company everything is sent again as new. Confirm that this is meant.`,
  'dialog.noIntegration': () => 'There is no Uniconta integration yet.',
  'dialog.typeDescription': () => 'Customers, projects and finalized invoices go to Uniconta by themselves.',
  'dialog.running': () => 'A run over these records is going on already.',
}

const many = (count: number, what: string) => (count === 0 ? '' : count === 1 ? `1 ${what}` : `${count} ${what}s`)
