import type { Texts } from '../texts.tsx'

export const signIn: Texts['signIn'] = {
  title: 'Logg inn',
  email: 'E-post',
  password: 'Passord',
  submit: 'Logg inn',
  againTitle: 'Økten din er slutt',
  againText: 'Logg inn igjen for å gå videre. Det du skrev, står fortsatt på siden bak.',
}

export const setUp: Texts['setUp'] = {
  title: 'Velkommen til Akkord',
  text: 'Gi selskapet og den første administratoren et navn. Alt her kan endres senere.',
  companyName: 'Selskap',
  country: 'Land',
  currency: 'Valuta',
  timeZone: 'Tidssone',
  name: 'Navnet ditt',
  passwordHint: 'Minst ti tegn. Noen ord etter hverandre er lette å huske og vanskelige å gjette.',
  demo: 'Begynn med et prøveselskap',
  demoHint:
    'Kunder, prosjekter, timer og fakturaer å se seg om i, et helt år; det tar noen sekunder. Velg det bare der du vil prøve Akkord.',
  submit: 'Opprett',
}
