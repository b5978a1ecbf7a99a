import type { Translated } from '../lib/i18n/sentence.ts'
import type { finalizeTexts } from './finalize-texts.ts'

export const finalizeTextsDa: Translated<typeof finalizeTexts> = {
  'export.waits': (v) =>
    v.count === 1
      ? `Faktura ${v.number} venter på eksport. Virksomhed > Eksportér fakturaer siger hvorfor.`
      : `${v.count} fakturaer venter på eksport, den første er ${v.number}. Virksomhed > Eksportér fakturaer siger hvorfor.`,
  'export.noneWaits': () => 'Ingen faktura venter på eksport.',
  'finalize.already': (v) => `Kladden er imens færdiggjort af ${v.by} som ${v.number}. Intet blev gjort.`,
  'finalize.beforeLast': (v) =>
    `${v.number}, seriens sidste dokument, er dateret ${v.lastDay}, så det næste kan ikke dateres ${v.day}. Vælg ${v.lastDay} eller senere.`,
  'finalize.seriesBehind': (v) =>
    `Nummerserien ville give ${v.next}, men ${v.number} er allerede givet. En administrator skal sætte dens næste nummer højere. Intet blev færdiggjort.`,
  'finalize.numberMismatch': (v) =>
    `${v.system} har givet andre numre end vores: ${v.number} kan ikke bogføres med sit nummer. Afgør under Virksomhed > Eksportér fakturaer, hvad der skal ske med den; så kan der færdiggøres igen.`,
  'finalize.periodClosed': (v) =>
    `Intet kan bogføres i ${v.system} den ${v.day}: som læst ${v.seen} er ${v.from === v.until ? 'den dag lukket der' : `perioden, ${v.from} til ${v.until}, lukket der`}. Giv dokumentet en anden dato; eller åbn perioden igen der, og lad en administrator køre Kontrollér opsætning igen.`,
  'finalize.restored': (v) =>
    `En ældre sikkerhedskopi blev indlæst: ${v.system} kan have bilag, som Akkord ikke kender, og deres numre ville blive givet to gange. En administrator skal først sammenligne de to sider under Virksomhed > Eksportér fakturaer. Intet blev færdiggjort.`,
  'finalize.numberWaits': (v) =>
    `${v.number} er ikke bogført i ${v.system} endnu. PDF og mail venter på det og går af sig selv, så ingen har et nummer, som bogføringen ikke har.`,
  'finalize.numberTaken': (v) =>
    `Nummeret ${v.number} hører til et dokument i den anden serie. En administrator skal give serien en anden forstavelse eller et andet næste nummer. Intet blev færdiggjort.`,
  'finalize.paymentId': (v) =>
    `Der kan ikke laves et betalings-id af faktura ${v.number} til kunde ${v.customer} i formatet ${v.format}. Ret formatet under Opsætning > Fakturering. Intet blev færdiggjort.`,
  'finalize.sourcesMoved': (v) =>
    `${v.count === 1 ? 'En af kladdens timer eller udlæg' : `${v.count} af kladdens timer og udlæg`} er imens faktureret et andet sted eller ændret. Opdatér kladden. Intet blev færdiggjort.`,
}
