import type { Translated } from '../lib/i18n/sentence.ts'
import { amountIn } from '../lib/i18n/written.ts'
import type { booksTexts } from './books-texts.ts'

const amount = amountIn('da')
const amounts: Record<string, string> = { net: 'nettobeløbet', VAT: 'momsen', total: 'totalen' }

const documents = (count: number) => (count === 1 ? 'ét bilag' : `${count} bilag`)

export const booksTextsDa: Translated<typeof booksTexts> = {
  'books.label': () => 'Sammenligning med bogholderiet',
  'books.foundThere': (v) =>
    `${v.count === 1 ? 'Ét bilag' : `${v.count} bilag`} fra denne Akkord står i Uniconta (${v.there}) og kendes ikke her: en ældre sikkerhedskopi blev indlæst.`,
  'books.ordersThere': (v) =>
    `${v.count === 1 ? 'Én ordre' : `${v.count} ordrer`} fra denne Akkord står i Uniconta (${v.there}) og kendes ikke her: en ældre sikkerhedskopi blev indlæst.`,
  'books.off': () => 'Intet sammenlignes: indlæsningen er allerede afsluttet.',
  'books.listed': (v) =>
    v.count === 0
      ? 'Sammenlignet: der står intet, som ikke kendes her.'
      : `Sammenlignet: ${documents(v.count)} dér er nye for denne database${v.toDecide > 0 ? `, og om ${v.toDecide} siger et menneske, hvad de er` : ''}.`,
  'books.changedMeanwhile': () =>
    'Mens sammenligningen blev afsluttet, kom der noget andet til at stå dér. Se listen igen, og afslut så. Intet blev ændret her.',
  'books.seriesUnread': () =>
    'Uniconta viser ingen faktura overhovedet, så et tomt svar beviser intet. Er nummerserien dér ny og tom, så sig det, og se efter igen.',
  'books.unproved': () =>
    'Uniconta viste ikke den sidste faktura, som vides at stå dér, så det viste tæller ikke. Der ses efter igen af sig selv.',
  'books.copyOf': (v) => `Bærer referencen fra vores ${v.other}: nogen har kopieret det dér eller krediteret det.`,
  'books.copy': (v) => `Endnu et med referencen ${v.reference}: nogen har kopieret det dér.`,
  'books.noAmounts': () => 'Uniconta viser ikke beløbene, så det kan ikke komme ind.',
  'books.noDay': () => 'Uniconta viser ikke datoen, så det kan ikke komme ind.',
  'books.otherSeries': (v) => `Det står i nummerserien ${v.serie} i Uniconta, som ikke kendes her. Sig, hvad det er.`,
  'books.numberTaken': (v) =>
    `Nummeret ${v.number} har et andet bilag her, som blev færdiggjort efter indlæsningen. Dette bliver kun i Uniconta; vores venter på et valg under Virksomhed > Eksportér fakturaer.`,
  'books.draftDiffers': (v) =>
    `Vores kladde med denne reference har en anden kunde, valuta eller et andet fortegn; dér er det debitor ${v.account}, ${v.currency}. Ret kladden, og se efter igen.`,
  'books.noCustomer': (v) =>
    `Debitor ${v.account} ${v.name} kendes ikke her. Opret kunden her med nummeret ${v.account}, og se efter igen.`,
  'books.otherCustomer': (v) =>
    `Debitor ${v.account} dér er ${v.name}, og kunden med det nummer her er ${v.here}. Giv vores et andet nummer, og opret ${v.name} her med nummeret ${v.account}; eller skriv samme navn på begge sider. Se så efter igen.`,
  'books.noProject': (v) =>
    `Projekt ${v.project} for ${v.name} kendes ikke her. Opret det her til den kunde med nummeret ${v.project}, og se efter igen.`,
  'books.stillToDecide': (v) => `Sig om ${documents(v.count)} dér, hvad det er, og afslut så.`,
  'books.notListed': () => 'Der er ikke set efter endnu, eller der afsluttes. Se efter først, og afgør så.',
  'books.rowGone': () => 'Dette bilag er ikke længere på listen. Se listen, som den er nu.',
  'books.nothingToDecide': (v) => `Om ${v.number} skal der intet siges: det vides, hvad der sker med det.`,
  'books.noDraft': () => 'Kladden er væk eller færdiggjort. Vælg en anden.',
  'books.draftTaken': (v) => `Kladden er allerede koblet med ${v.number}. Vælg en anden.`,
  'books.otherDraft': (v) =>
    `Kladdens kunde, valuta eller fortegn er en anden end på ${v.number} dér. Ret kladden, eller vælg en anden.`,
  'books.badNumber': (v) =>
    `${v.text} er ikke et nummer i serien. Skriv det, som det står på bilaget, eller lad feltet stå tomt.`,
  'books.notOpen': () => 'Ingen indlæsning venter på en sammenligning.',
  'books.finishFirst': () =>
    'En ældre sikkerhedskopi blev indlæst. Sammenlign først de to sider under Virksomhed > Eksportér fakturaer; indtil da vælges og sendes intet.',
  'books.copyMade': (v) => `Kopi, lavet ${v.day} ud fra bogholderiet. Det afsendte bilag er originalen.`,
  'books.finishing': (v) => `${v.by} afslutter sammenligningen efter indlæsningen.`,
  'books.finished': (v) => `${v.by} har sammenlignet de to sider efter indlæsningen. Der sendes og færdiggøres igen.`,
  'books.becameRecord': (v) => `${v.number} ${v.customer}: kladden blev til bilaget, som står i Uniconta.`,
  'books.differs': (v) =>
    `${v.number}: linjerne her giver ${amounts[v.field] ?? v.field} ${amount(v.here)}; bogført er ${amount(v.there)}, og det gælder.`,
  'books.cameIn': (v) => `${v.number} ${v.customer} kom ind fra Uniconta som låst bilag.`,
  'books.matched': (v) =>
    `${v.by} siger, at ${v.there} i Uniconta er vores kladde; den er nu ${v.number}.${v.reason ? ` Begrundelse: ${v.reason}` : ''}`,
  'books.apart': (v) =>
    `${v.by} siger, at ${v.there} i Uniconta ikke er et bilag her.${v.reason ? ` Begrundelse: ${v.reason}` : ''}`,
  'books.ordersDeleted': (v) =>
    `${v.count === 1 ? 'Én ordre' : `${v.count} ordrer`}, som ingen her har lavet, blev slettet i Uniconta.`,
  'books.uncertain': (v) =>
    `${v.count === 1 ? 'Ét bilag' : `${v.count} bilag`}, som ikke var afklaret her, søges i Uniconta, før noget sendes igen.`,
  'books.seriesMoved': (v) => `Det næste bilag er ${v.number}; før sammenligningen var det ${v.before}.`,
  'books.nextDiffers': (v) =>
    `Uniconta ville give ${v.next} som det næste, og vores er ${v.number}. Sæt "Næste" i serien dér under Finans > Vedligeholdelse > Bilagsnummerserier.`,
  'books.hoursUnknown': (v) =>
    `Hvilke timer og udlæg ${documents(v.count)} har faktureret, vides ikke længere: de kan stadig se ufakturerede ud her. Se Økonomi > Til fakturering, og nedskriv eller slet det, der allerede er faktureret.`,
  'books.nothingFound': () => 'Der stod intet, som ikke kendtes her.',
}
