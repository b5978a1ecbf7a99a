export const userTexts = {
  'user.wrongPassword': () => 'E-mail and password do not belong together. Check both and try again.',
  'user.switchedOff': () => 'This user is not active any more. Ask an administrator to open the access again.',
  'user.tooManyTries': (v: { seconds: number }) =>
    `Too many sign-ins were tried from here. Wait ${v.seconds} seconds and try again.`,
  'user.emailTaken': (v: { email: string; name: string }) => `${v.email} is already the e-mail of ${v.name}.`,
  'user.lastAdministrator': (v: { name: string }) =>
    `${v.name} is the last active administrator and stays one. Make another user an administrator first.`,
  'user.wrongOldPassword': () => 'This is not your present password.',
  'user.keyHasNoProfile': () => 'An API key has no profile. Sign in as a user for this.',
  'user.setUpIsDone': () => 'This Akkord has been set up already. Sign in, or ask its administrator for access.',
  'user.keyExpired': () => 'Choose a day after today.',
  'user.keyTooLong': (v: { latest: string }) =>
    `A key is valid for two years at most. Choose ${v.latest} or a day before.`,
}
