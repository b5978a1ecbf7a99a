import type { Translated } from '../lib/i18n/sentence.ts'
import type { creditNoteTexts } from './credit-note-texts.ts'

export const creditNoteTextsDa: Translated<typeof creditNoteTexts> = {
  'creditNotes.haveTheirOwn': (v) =>
    `${v.by} gav kreditnotaer deres egen nummerserie, i takt med ${v.serie} i Uniconta. Begrundelse: ${v.reason}`,
  'creditNotes.shareAgain': (v) => `${v.by} lader kreditnotaer dele fakturaernes nummerserie. Begrundelse: ${v.reason}`,
  'creditNotes.documentsWait': (v) =>
    `${v.count} ${v.count === 1 ? 'færdig faktura eller kreditnota er' : 'færdige fakturaer og kreditnotaer er'} ikke bogført i Uniconta endnu og har numre fra serierne, som de er nu. Lad dem gå først, og skift så kreditnotaernes nummerserie.`,
  'creditNotes.underWay': (v) =>
    `${v.number} er undervejs, og der ledes efter den i nummerserien, som den er. Lad den blive afgjort først, og nævn så en anden nummerserie.`,
  'creditNotes.isOfInvoices': (v) =>
    `${v.serie} er fakturaernes nummerserie i Uniconta. Hvis kreditnotaer tager numre fra den, så lad dem også dele nummerserien her.`,
  'creditNotes.noSerie': (v) =>
    `Uniconta viser ingen nummerserie ${v.serie} med et næste nummer. Slå den op der under Finans > Vedligeholdelse > Bilagsnummerserier; navnet skrives som der.`,
  'creditNotes.nextMoved': (v) =>
    `${v.serie} i Uniconta giver nu ${v.next} som det næste. Se på det nummer, den første kreditnota ville få, og gem så igen.`,
  'creditNotes.changedMeanwhile': () => 'Integrationen blev ændret imens. Se, hvordan den står nu, og gem så igen.',
}
