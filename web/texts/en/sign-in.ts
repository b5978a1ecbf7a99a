export const signIn = {
  title: 'Sign in',
  email: 'E-mail',
  password: 'Password',
  submit: 'Sign in',
  againTitle: 'Your session has ended',
  againText: 'Sign in again to go on. What you typed is still on the page behind.',
}

export const setUp = {
  title: 'Welcome to Akkord',
  text: 'Name your company and the first administrator. Everything here can be changed later.',
  companyName: 'Company',
  country: 'Country',
  currency: 'Currency',
  timeZone: 'Time zone',
  name: 'Your name',
  passwordHint: 'Ten characters or more. A few words in a row are easy to remember and hard to guess.',
  demo: 'Begin with a demo company',
  demoHint:
    'A year of customers, projects, hours and invoices to look around in; writing it takes some seconds. Choose it only where you want to try Akkord.',
  submit: 'Set up',
}
