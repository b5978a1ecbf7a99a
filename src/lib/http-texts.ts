export const httpTexts = {
  'http.signedOut': () => 'Sign in first. Your session has ended or was never started.',
  'http.forbidden': (v: { permission: string }) =>
    `Your role may not ${v.permission}. Ask an administrator if you need it.`,
  'http.foreignOrigin': () => 'This change came from another web site and was refused. Nothing was stored.',
  'http.invalid': (v: { count: number }) =>
    v.count === 1
      ? 'One field has to be put right. Nothing was stored.'
      : `${v.count} fields have to be put right. Nothing was stored.`,
  'http.notJson': () => 'The body has to be JSON with the content type application/json. Nothing was stored.',
  'http.tooLarge': (v: { limit: string }) => `The body is larger than ${v.limit}. Nothing was stored.`,
  'http.noSuchPage': (v: { path: string }) => `There is nothing at ${v.path}.`,
  'http.badCharacter': () => 'Contains a character that cannot be stored (NUL or half of a pair).',
  'http.fault': (v: { id: string }) =>
    `Something failed on our side and was logged as ${v.id}. Nothing was stored. Try again; if it stays, give the administrator this number.`,
  'http.busy': () => 'The database did not answer in time. Nothing was stored. Try again in a moment.',
  'http.goneMeanwhile': () =>
    'Something that this record refers to was deleted meanwhile. Nothing was stored. Reload the page and choose anew.',
  'record.notFound': (v: { what: string; id: string }) => `There is no ${v.what} ${v.id}.`,
  'record.changedMeanwhile': (v: { what: string }) =>
    `Somebody else changed this ${v.what} meanwhile. Nothing was stored. Compare both versions and save again.`,
  'field.invalid': (v: { reason: string }) => v.reason,
}
