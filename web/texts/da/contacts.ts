import type { Texts } from '../texts.tsx'

export const contacts: Texts['contacts'] = {
  title: 'Kontaktpersoner',
  newTitle: 'Ny kontaktperson',
  newButton: '+ Ny kontaktperson',
  editTitle: (name) => `Ret ${name}`,
  empty: 'Der er ingen kontaktpersoner endnu. En kontaktperson er et menneske hos en kunde.',
  active: 'Aktiv',
  inactive: 'Ikke længere aktiv',
  state: 'Status',
  groups: { person: 'Person', notes: 'Noter' },
  fields: {
    customerId: 'Kunde',
    name: 'Navn',
    title: 'Stilling',
    email: 'E-mail',
    phone: 'Telefon',
    mobile: 'Mobil',
    receivesInvoices: 'Får fakturaerne',
    active: 'Aktiv',
    notes: 'Noter',
  },
  historyFields: { customer: 'Kunde' },
}
