export const companyTexts = {
  'series.neverTyped': () =>
    'Invoice numbers are given by the series and never typed: the law asks for a sequence without gaps.',
  'series.alreadyGiven': (v: { highest: string; least: string }) =>
    `${v.highest} has been given already, and no number is given twice. The next number is at least ${v.least}.`,
  'series.samePrefix': (v: { number: string }) =>
    `With this prefix two series of invoices would write the same numbers some day: the other one writes ${v.number}. Let one of the two begin with a letter that the other does not begin with.`,
}
