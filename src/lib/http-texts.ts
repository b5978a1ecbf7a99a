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
  'http.notTaken': (v: { types: string }) => `The content type has to be one of these: ${v.types}. Nothing was stored.`,
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
  'field.missing': () => 'This is missing.',
  'field.empty': () => 'Fill this in.',
  'field.unknown': () => 'There is no such field.',
  'field.wrongKind': (v: { kind: string }) => `This has to be ${kinds[v.kind] ?? v.kind}.`,
  'field.wrongForm': (v: { form: string }) => `Write ${forms[v.form] ?? `a valid ${v.form}`}.`,
  'field.notOffered': (v: { values: string }) => `Choose one of these: ${v.values}.`,
  'field.tooSmall': (v: { limit: number; of: string }) => `${sizeOf('At least', v)}.`,
  'field.tooBig': (v: { limit: number; of: string }) => `${sizeOf('At most', v)}.`,
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
}
const forms: Readonly<Record<string, string>> = {
  email: 'an e-mail address such as name@firm.dk',
  uuid: 'an id of a record',
  url: 'a web address that begins with https://',
  date: 'a day as YYYY-MM-DD, for example 2026-11-23',
  datetime: 'an instant such as 2026-11-23T08:30:00Z',
}

function sizeOf(bound: string, { limit, of }: { limit: number; of: string }): string {
  if (of === 'string') return `${bound} ${limit} ${limit === 1 ? 'character' : 'characters'}`
  if (of === 'array') return `${bound} ${limit} ${limit === 1 ? 'entry' : 'entries'}`
  return `${bound} ${limit}`
}
