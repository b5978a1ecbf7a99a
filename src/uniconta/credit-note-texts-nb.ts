import type { Translated } from '../lib/i18n/sentence.ts'
import type { creditNoteTexts } from './credit-note-texts.ts'

export const creditNoteTextsNb: Translated<typeof creditNoteTexts> = {
  'creditNotes.haveTheirOwn': (v) =>
    `${v.by} ga kreditnotaer sin egen nummerserie, i takt med ${v.serie} i Uniconta. Begrunnelse: ${v.reason}`,
  'creditNotes.shareAgain': (v) => `${v.by} lar kreditnotaer dele fakturaenes nummerserie. Begrunnelse: ${v.reason}`,
  'creditNotes.documentsWait': (v) =>
    `${v.count} ${v.count === 1 ? 'ferdig faktura eller kreditnota er' : 'ferdige fakturaer og kreditnotaer er'} ikke bokført i Uniconta ennå og har numre fra seriene slik de er nå. La dem gå først, og bytt så kreditnotaenes nummerserie.`,
  'creditNotes.underWay': (v) =>
    `${v.number} er underveis, og det letes etter den i nummerserien slik den er. La den bli avgjort først, og nevn så en annen nummerserie.`,
  'creditNotes.isOfInvoices': (v) =>
    `${v.serie} er fakturaenes nummerserie i Uniconta. Hvis kreditnotaer tar numre fra den, så la dem dele nummerserien her også.`,
  'creditNotes.noSerie': (v) =>
    `Uniconta viser ingen nummerserie ${v.serie} med et neste nummer. Slå den opp der under Finans > Vedlikehold > Bilagsnummerserier; navnet skrives som der.`,
  'creditNotes.nextMoved': (v) =>
    `${v.serie} i Uniconta gir nå ${v.next} som det neste. Se på nummeret som den første kreditnotaen ville få, og lagre så på nytt.`,
  'creditNotes.changedMeanwhile': () => 'Integrasjonen ble endret imens. Se hvordan den står nå, og lagre så på nytt.',
}
