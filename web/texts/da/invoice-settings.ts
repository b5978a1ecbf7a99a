import type { Texts } from '../texts.tsx'

const levels: Texts['invoiceSettings']['levels'] = {
  company: 'fra virksomheden',
  customer: 'fra kunden',
  project: 'fra projektet',
}
const owners: Texts['invoiceSettings']['levels'] = {
  company: 'for virksomheden',
  customer: 'for denne kunde',
  project: 'for dette projekt',
}

export const invoiceSettings: Texts['invoiceSettings'] = {
  tab: 'Fakturaindstillinger',
  hint: {
    customer: 'Hvad fakturaer til kunden siger. Hver værdi arves fra virksomheden, til kunden har sin egen.',
    project: 'Hvad projektets fakturaer siger. Hver værdi arves fra kunden, til projektet har sin egen.',
  },
  companyLink: 'Virksomhedens indstillinger',
  fields: {
    yourReference: 'Deres reference',
    orderReference: 'Ordrereference',
    contractReference: 'Kontraktreference',
    contactId: 'Kontaktperson',
    nameLineAbove: 'Linje over navnet',
    nameLineBelow: 'Linje under navnet',
    invoiceText: 'Tekst over linjerne',
    footerText: 'Tekst under linjerne',
    paymentDays: 'Betalingsbetingelse',
    language: 'Sprog',
    lineGrouping: 'Timer bliver til',
    hourSpecification: 'Timespecifikation',
    attachReceipts: 'Kvitteringer følger med',
    hoursAccountDomestic: 'Konto for timer, indland',
    hoursAccountForeign: 'Konto for timer, udland',
    expensesAccountDomestic: 'Konto for udlæg, indland',
    expensesAccountForeign: 'Konto for udlæg, udland',
    productsAccountDomestic: 'Konto for produkter, indland',
    productsAccountForeign: 'Konto for produkter, udland',
  },
  lineGroupings: {
    'activity-person': 'En linje for hver aktivitet og person',
    activity: 'En linje for hver aktivitet',
    person: 'En linje for hver person',
    entry: 'En linje for hver registrering',
    one: 'Én linje for alle timer',
  },
  hourSpecifications: {
    none: 'Ingen specifikation',
    day: 'Timer for hver dag',
    entry: 'Hver registrering med sin tekst',
  },
  languages: { da: 'Dansk', nb: 'Norsk', en: 'Engelsk' },
  groups: {
    references: 'Referencer og adresse',
    terms: 'Betaling og sprog',
    content: 'Indhold',
    accounts: 'Konti',
  },
  accountsHint: {
    domestic: 'Kunden er i virksomhedens land, så dens linjer tager kontiene for salg i indlandet.',
    foreign: 'Kunden er i et andet land, så dens linjer tager kontiene for salg til udlandet.',
  },
  days: (days) => (days === 0 ? 'Straks' : days === 1 ? '1 dag' : `${days} dage`),
  levels,
  inherited: (value, level) => `${value}, ${levels[level]}`,
  nothing: 'Intet',
  own: (level) => `egen værdi ${owners[level]}`,
  instead: (origin) => `Egen værdi. Uden den: ${origin}`,
  override: 'Ret',
  overrideField: (field) => `Ret: ${field}`,
  goBack: 'Brug den arvede',
  goBackField: (field) => `Brug den arvede værdi: ${field}`,
  noAccount: 'Ingen konto: disse linjer kan ikke faktureres',
  mayNotChooseAccounts: 'Konti vælges af dem, der passer kontiene.',
  noContacts: 'Kunden har ingen kontaktpersoner.',
}
