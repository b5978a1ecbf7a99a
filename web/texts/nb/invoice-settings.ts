import type { Texts } from '../texts.tsx'

const levels: Texts['invoiceSettings']['levels'] = {
  company: 'fra selskapet',
  customer: 'fra kunden',
  project: 'fra prosjektet',
}
const owners: Texts['invoiceSettings']['levels'] = {
  company: 'for selskapet',
  customer: 'for denne kunden',
  project: 'for dette prosjektet',
}

export const invoiceSettings: Texts['invoiceSettings'] = {
  tab: 'Fakturainnstillinger',
  hint: {
    customer: 'Hva fakturaer til kunden sier. Hver verdi arves fra selskapet til kunden har sin egen.',
    project: 'Hva fakturaene til prosjektet sier. Hver verdi arves fra kunden til prosjektet har sin egen.',
  },
  companyLink: 'Innstillingene til selskapet',
  fields: {
    yourReference: 'Deres referanse',
    orderReference: 'Ordrereferanse',
    contractReference: 'Kontraktsreferanse',
    contactId: 'Kontaktperson',
    nameLineAbove: 'Linje over navnet',
    nameLineBelow: 'Linje under navnet',
    invoiceText: 'Tekst over linjene',
    footerText: 'Tekst under linjene',
    paymentDays: 'Betalingsbetingelse',
    language: 'Språk',
    lineGrouping: 'Timer blir til',
    hourSpecification: 'Timespesifikasjon',
    attachReceipts: 'Kvitteringer følger med',
    hoursAccountDomestic: 'Konto for timer, innland',
    hoursAccountForeign: 'Konto for timer, utland',
    expensesAccountDomestic: 'Konto for utlegg, innland',
    expensesAccountForeign: 'Konto for utlegg, utland',
    productsAccountDomestic: 'Konto for produkter, innland',
    productsAccountForeign: 'Konto for produkter, utland',
  },
  lineGroupings: {
    'activity-person': 'En linje for hver aktivitet og person',
    activity: 'En linje for hver aktivitet',
    person: 'En linje for hver person',
    entry: 'En linje for hver føring',
    one: 'Én linje for alle timer',
  },
  hourSpecifications: {
    none: 'Ingen spesifikasjon',
    day: 'Timer for hver dag',
    entry: 'Hver føring med teksten sin',
  },
  languages: { da: 'Dansk', nb: 'Norsk', en: 'Engelsk' },
  groups: {
    references: 'Referanser og adresse',
    terms: 'Betaling og språk',
    content: 'Innhold',
    accounts: 'Kontoer',
  },
  accountsHint: {
    domestic: 'Kunden er i landet til selskapet, så linjene tar kontoene for salg i innlandet.',
    foreign: 'Kunden er i et annet land, så linjene tar kontoene for salg til utlandet.',
  },
  days: (days) => (days === 0 ? 'Straks' : days === 1 ? '1 dag' : `${days} dager`),
  levels,
  inherited: (value, level) => `${value}, ${levels[level]}`,
  nothing: 'Ingenting',
  own: (level) => `egen verdi ${owners[level]}`,
  instead: (origin) => `Egen verdi. Uten den: ${origin}`,
  override: 'Endre',
  overrideField: (field) => `Endre: ${field}`,
  goBack: 'Bruk den arvede',
  goBackField: (field) => `Bruk den arvede verdien: ${field}`,
  noAccount: 'Ingen konto: disse linjene kan ikke faktureres',
  mayNotChooseAccounts: 'Kontoer velges av dem som tar seg av kontoene.',
  noContacts: 'Kunden har ingen kontaktpersoner.',
}
