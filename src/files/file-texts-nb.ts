import type { Translated } from '../lib/i18n/sentence.ts'
import type { fileTexts } from './file-texts.ts'

export const fileTextsNb: Translated<typeof fileTexts> = {
  'file.empty': () => 'Filen er tom. Ingenting ble lagret.',
  'file.unknownType': () =>
    'Dette er verken en PDF eller et PNG- eller JPEG-bilde. Ingenting ble lagret. Lagre den som et av dem.',
  'file.otherType': (v) =>
    `Filen ble sendt som ${v.said} og er ${v.found}. Ingenting ble lagret. Send den som det den er.`,
  'file.notYours': () =>
    'Bare kontoret og den som lagret filen, kan åpne den. Spør noen på kontoret hvis du trenger den.',
}
