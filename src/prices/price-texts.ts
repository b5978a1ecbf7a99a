export const priceTexts = {
  'rate.noModel': (v: { project: string }) =>
    `The project ${v.project} has no price model, so its hours have no price. Add one under Prices of the project.`,
  'rate.noneOfPerson': (v: { name: string; model: string }) =>
    `${v.name} has no price in the price model ${v.model}. Give one under Prices of the project.`,
  'rate.personBeginsLater': (v: { name: string; model: string; validFrom: string }) =>
    `The first price of ${v.name} in the price model ${v.model} is valid from ${v.validFrom}, and there is work before that. Let a price begin earlier.`,
  'rate.noCommon': (v: { model: string }) =>
    `The price model ${v.model} has no common price. Give one under Prices of the project.`,
  'rate.noStandard': (v: { name: string }) => `${v.name} has no standard price. Give one on the page of the co-worker.`,
  'rate.standardBeginsLater': (v: { name: string; validFrom: string }) =>
    `The first standard price of ${v.name} is valid from ${v.validFrom}, and there is work before that. Let a price begin earlier.`,
  'rate.noRole': (v: { name: string; project: string }) =>
    `${v.name} has no role in the project ${v.project}, and its prices follow roles. Make ${v.name} a member of the project.`,
  'rate.roleWithoutPrice': (v: { role: string }) =>
    `The project role ${v.role} has no sales price. Give one under Setup > Project roles.`,
  'rate.otherCurrency': (v: { name: string; own: string; billed: string; model: string }) =>
    `The standard price of ${v.name} is in ${v.own}, and the price model ${v.model} bills in ${v.billed}. Give a price in ${v.billed} under Prices of the project.`,
  'role.nameTaken': (v: { name: string }) => `There is a project role ${v.name} already.`,
  'role.inUse': (v: { name: string; members: number; rates: number }) =>
    `The project role ${v.name} is used by ${counted(v.members, 'member of a project', 'members of projects')}${v.rates > 0 ? ` and ${counted(v.rates, 'price', 'prices')} of price models` : ''} and was not deleted. Make it inactive instead.`,
  'role.unknown': () => 'This project role does not exist any more. Choose another.',
  'role.inactive': (v: { name: string }) => `The project role ${v.name} is not active any more. Choose another.`,
  'member.userUnknown': () => 'This co-worker does not exist any more. Choose another.',
  'member.userGone': (v: { name: string }) => `${v.name} is not active any more. Choose another.`,
  'price.projectUnknown': () => 'This project does not exist any more. Choose another.',
  'price.customerUnknown': () => 'This customer does not exist any more. Choose another.',
  'price.customerBlocked': (v: { number: string; name: string }) =>
    `${v.number} ${v.name} is blocked and gets no invoices. Choose another customer.`,
  'price.baseMissing': () => 'Choose what the price of an hour is based on.',
  'price.baseBesidesAgreed': () =>
    'An agreed price and a price per hour exclude each other here. Empty the agreed price, or choose no price per hour.',
  'price.notOfKind': (v: { kind: string }) =>
    `${kinds[v.kind] ?? v.kind} has no such thing. Empty this, or choose another kind.`,
  'price.commonMissing': () => 'Fill in the common price of an hour.',
  'price.commonUnused': () => 'A common price counts only when hours are based on it. Empty this, or choose that.',
  'price.fixedMissing': () => 'Fill in the agreed price.',
  'price.negative': () => 'Write an amount that is not negative.',
  'price.tooManyDecimals': (v: { currency: string }) => `${v.currency} has no decimals. Write a whole amount.`,
  'price.planOfNothing': () => 'A row of the plan has an amount, and it is not negative.',
  'price.rateOfOne': () => 'A price belongs to one person, one role or one activity.',
  'price.rateTwice': (v: { validFrom: string }) =>
    `There are two prices of the same from ${v.validFrom} on. Keep one of them.`,
  'price.rateOfUnknown': () => 'Whatever this price was for does not exist any more. Choose another.',
  'price.activityElsewhere': () => 'This activity belongs to another project. Choose one of this project.',
  'price.kindStays': (v: { name: string; invoices: number }) =>
    `${v.name} has billed on ${counted(v.invoices, 'draft or invoice', 'drafts and invoices')}, so its kind stays. Make a new price model and this one inactive.`,
  'price.inUse': (v: { name: string; activities: number; invoices: number; planned: number }) =>
    `The price model ${v.name} is used by ${usesOf(v).join(' and ')} and was not deleted. Make it inactive instead.`,
  'price.planBilled': (v: { text: string; dueOn: string }) =>
    `The row ${v.text} of ${v.dueOn} stands on a draft or invoice and was not changed. Delete the draft first, or credit the invoice.`,
  'price.planUnknown': () => 'This row of the plan does not exist any more. Leave it out, or add it anew.',
  'price.orderIncomplete': () => 'Name every price model of the project once. Reload the page and order them anew.',
}

const kinds: Readonly<Record<string, string>> = {
  hourly: 'A price model with hourly prices',
  fixed: 'A fixed price',
  'on-account': 'A price model on account',
  'non-billable': 'A price model that is never billed',
}

const counted = (count: number, one: string, many: string) => (count === 1 ? `one ${one}` : `${count} ${many}`)

function usesOf(v: { activities: number; invoices: number; planned: number }): string[] {
  return [
    ...(v.activities > 0 ? [counted(v.activities, 'activity', 'activities')] : []),
    ...(v.invoices > 0 ? [counted(v.invoices, 'draft or invoice', 'drafts and invoices')] : []),
    ...(v.planned > 0 ? [counted(v.planned, 'billed row of its plan', 'billed rows of its plan')] : []),
  ]
}
