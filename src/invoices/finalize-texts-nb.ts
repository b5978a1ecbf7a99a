import type { Translated } from '../lib/i18n/sentence.ts'
import type { finalizeTexts } from './finalize-texts.ts'

export const finalizeTextsNb: Translated<typeof finalizeTexts> = {
  'export.waits': (v) =>
    v.count === 1
      ? `Faktura ${v.number} venter på eksport. Selskap > Eksporter fakturaer sier hvorfor.`
      : `${v.count} fakturaer venter på eksport, den første er ${v.number}. Selskap > Eksporter fakturaer sier hvorfor.`,
  'export.noneWaits': () => 'Ingen faktura venter på eksport.',
  'finalize.already': (v) => `Utkastet er imens ferdigstilt av ${v.by} som ${v.number}. Ingenting ble gjort.`,
  'finalize.beforeLast': (v) =>
    `${v.number}, det siste dokumentet i serien, er datert ${v.lastDay}, så det neste kan ikke dateres ${v.day}. Velg ${v.lastDay} eller senere.`,
  'finalize.seriesBehind': (v) =>
    `Nummerserien ville gi ${v.next}, men ${v.number} er allerede gitt. En administrator må sette det neste nummeret høyere. Ingenting ble ferdigstilt.`,
  'finalize.numberMismatch': (v) =>
    `${v.system} har gitt andre numre enn våre: ${v.number} kan ikke bokføres med sitt nummer. Avgjør under Selskap > Eksporter fakturaer hva som skal skje med den; så kan det ferdigstilles igjen.`,
  'finalize.periodClosed': (v) =>
    `Ingenting kan bokføres i ${v.system} den ${v.day}: som lest ${v.seen} er ${v.from === v.until ? 'den dagen lukket der' : `perioden, ${v.from} til ${v.until}, lukket der`}. Gi dokumentet en annen dato; eller åpne perioden igjen der, og la en administrator kjøre Kontroller oppsett igjen.`,
  'finalize.restored': (v) =>
    `En eldre sikkerhetskopi ble gjenopprettet: ${v.system} kan ha dokumenter som Akkord ikke kjenner, og numrene deres ville bli gitt to ganger. En administrator må først sammenligne de to sidene under Selskap > Eksporter fakturaer. Ingenting ble ferdigstilt.`,
  'finalize.numberWaits': (v) =>
    `${v.number} er ikke bokført i ${v.system} ennå. PDF og e-post venter på det og går av seg selv, så ingen har et nummer som regnskapet ikke har.`,
  'finalize.numberTaken': (v) =>
    `Nummeret ${v.number} hører til et dokument i den andre serien. En administrator må gi serien et annet prefiks eller et annet neste nummer. Ingenting ble ferdigstilt.`,
  'finalize.paymentId': (v) =>
    `Det kan ikke lages en betalings-ID av faktura ${v.number} til kunde ${v.customer} i formatet ${v.format}. Rett formatet under Oppsett > Fakturering. Ingenting ble ferdigstilt.`,
  'finalize.sourcesMoved': (v) =>
    `${v.count === 1 ? 'En av timene eller utleggene' : `${v.count} av timene og utleggene`} på utkastet er imens fakturert et annet sted eller endret. Oppdater utkastet. Ingenting ble ferdigstilt.`,
}
