import type { Texts } from '../texts.tsx'

export const signIn: Texts['signIn'] = {
  title: 'Log ind',
  email: 'E-mail',
  password: 'Adgangskode',
  submit: 'Log ind',
  againTitle: 'Din session er slut',
  againText: 'Log ind igen for at gå videre. Det, du skrev, står stadig på siden bagved.',
}

export const setUp: Texts['setUp'] = {
  title: 'Velkommen til Akkord',
  text: 'Giv virksomheden og den første administrator et navn. Alt her kan ændres senere.',
  companyName: 'Virksomhed',
  country: 'Land',
  currency: 'Valuta',
  timeZone: 'Tidszone',
  name: 'Dit navn',
  passwordHint: 'Mindst ti tegn. Nogle ord efter hinanden er lette at huske og svære at gætte.',
  demo: 'Begynd med en prøvevirksomhed',
  demoHint:
    'Kunder, projekter, timer og fakturaer at se sig om i, et helt år; det tager nogle sekunder. Vælg det kun, hvor du vil prøve Akkord.',
  submit: 'Opret',
}
