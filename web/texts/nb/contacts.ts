import type { Texts } from '../texts.tsx'

export const contacts: Texts['contacts'] = {
  title: 'Kontaktpersoner',
  newTitle: 'Ny kontaktperson',
  newButton: '+ Ny kontaktperson',
  editTitle: (name) => `Rediger ${name}`,
  empty: 'Det finnes ingen kontaktpersoner ennå. En kontaktperson er et menneske hos en kunde.',
  active: 'Aktiv',
  inactive: 'Ikke lenger aktiv',
  state: 'Status',
  groups: { person: 'Person', notes: 'Notater' },
  fields: {
    customerId: 'Kunde',
    name: 'Navn',
    title: 'Stilling',
    email: 'E-post',
    phone: 'Telefon',
    mobile: 'Mobil',
    receivesInvoices: 'Får fakturaene',
    active: 'Aktiv',
    notes: 'Notater',
  },
  historyFields: { customer: 'Kunde' },
}
