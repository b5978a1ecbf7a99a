export const fileTexts = {
  'file.empty': () => 'The file is empty. Nothing was stored.',
  'file.unknownType': () =>
    'This is neither a PDF nor a PNG or JPEG picture. Nothing was stored. Save it as one of them.',
  'file.otherType': (v: { said: string; found: string }) =>
    `The file was sent as ${v.said} and is ${v.found}. Nothing was stored. Send it as what it is.`,
  'file.notYours': () =>
    'Only the office and whoever stored this file may open it. Ask somebody of the office if you need it.',
}
