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
}
