import type { Translated } from '../lib/i18n/sentence.ts'
import type { fileTexts } from './file-texts.ts'

export const fileTextsDa: Translated<typeof fileTexts> = {
  'file.empty': () => 'Filen er tom. Intet blev gemt.',
  'file.unknownType': () =>
    'Det er hverken en PDF eller et PNG- eller JPEG-billede. Intet blev gemt. Gem den som et af dem.',
  'file.otherType': (v) =>
    `Filen blev sendt som ${v.said} og er ${v.found}. Intet blev gemt. Send den som det, den er.`,
  'file.notYours': () =>
    'Kun kontoret og den, der gemte filen, må åbne den. Spørg nogen på kontoret, hvis du har brug for den.',
}
