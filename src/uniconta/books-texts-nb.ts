import type { Translated } from '../lib/i18n/sentence.ts'
import { amountIn } from '../lib/i18n/written.ts'
import type { booksTexts } from './books-texts.ts'

const amount = amountIn('nb')
const amounts: Record<string, string> = { net: 'nettobeløpet', VAT: 'mva', total: 'totalen' }

const documents = (count: number) => (count === 1 ? 'ett dokument' : `${count} dokumenter`)

export const booksTextsNb: Translated<typeof booksTexts> = {
  'books.label': () => 'Sammenligning med regnskapet',
  'books.foundThere': (v) =>
    `${v.count === 1 ? 'Ett dokument' : `${v.count} dokumenter`} fra denne Akkord står i Uniconta (${v.there}) og er ikke kjent her: en eldre sikkerhetskopi ble gjenopprettet.`,
  'books.ordersThere': (v) =>
    `${v.count === 1 ? 'Én ordre' : `${v.count} ordrer`} fra denne Akkord står i Uniconta (${v.there}) og er ikke kjent her: en eldre sikkerhetskopi ble gjenopprettet.`,
  'books.off': () => 'Ingenting sammenlignes: gjenopprettingen er allerede avsluttet.',
  'books.listed': (v) =>
    v.count === 0
      ? 'Sammenlignet: det står ingenting der som ikke er kjent her.'
      : `Sammenlignet: ${documents(v.count)} der er nye for denne databasen${v.toDecide > 0 ? `, og om ${v.toDecide} sier et menneske hva de er` : ''}.`,
  'books.changedMeanwhile': () =>
    'Mens sammenligningen ble avsluttet, kom noe annet til å stå der. Se på listen igjen, og avslutt så. Ingenting ble endret her.',
  'books.seriesUnread': () =>
    'Uniconta viser ingen faktura i det hele tatt, så et tomt svar beviser ingenting. Er nummerserien der ny og tom, si det, og se etter igjen.',
  'books.unproved': () =>
    'Uniconta viste ikke den siste fakturaen som er kjent der, så det som vises, teller ikke. Det ses etter igjen av seg selv.',
  'books.copyOf': (v) => `Bærer referansen til vår ${v.other}: noen har kopiert det der eller kreditert det.`,
  'books.copy': (v) => `Enda et med referansen ${v.reference}: noen har kopiert det der.`,
  'books.noAmounts': () => 'Uniconta viser ikke beløpene, så det kan ikke komme inn.',
  'books.noDay': () => 'Uniconta viser ikke datoen, så det kan ikke komme inn.',
  'books.otherSeries': (v) => `Det står i nummerserien ${v.serie} i Uniconta, som ikke er kjent her. Si hva det er.`,
  'books.numberTaken': (v) =>
    `Nummeret ${v.number} har et annet dokument her, som ble ferdigstilt etter gjenopprettingen. Dette blir bare i Uniconta; vårt venter på et valg under Selskap > Eksporter fakturaer.`,
  'books.draftDiffers': (v) =>
    `Vårt utkast med denne referansen har en annen kunde, valuta eller et annet fortegn; der er det debitor ${v.account}, ${v.currency}. Endre utkastet, og se etter igjen.`,
  'books.noCustomer': (v) =>
    `Debitor ${v.account} ${v.name} er ikke kjent her. Opprett kunden her med nummeret ${v.account}, og se etter igjen.`,
  'books.otherCustomer': (v) =>
    `Debitor ${v.account} der er ${v.name}, og kunden med det nummeret her er ${v.here}. Gi vår et annet nummer, og opprett ${v.name} her med nummeret ${v.account}; eller skriv samme navn på begge sider. Se så etter igjen.`,
  'books.noProject': (v) =>
    `Prosjekt ${v.project} for ${v.name} er ikke kjent her. Opprett det her for den kunden med nummeret ${v.project}, og se etter igjen.`,
  'books.stillToDecide': (v) => `Si om ${documents(v.count)} der hva det er, og avslutt så.`,
  'books.notListed': () => 'Det er ikke sett etter ennå, eller det avsluttes. Se etter først, og avgjør så.',
  'books.rowGone': () => 'Dette dokumentet er ikke lenger i listen. Se på listen som den er nå.',
  'books.nothingToDecide': (v) => `Om ${v.number} skal ingenting sies: det er kjent hva som skjer med det.`,
  'books.noDraft': () => 'Utkastet er borte eller ferdigstilt. Velg et annet.',
  'books.draftTaken': (v) => `Utkastet er allerede koblet med ${v.number}. Velg et annet.`,
  'books.otherDraft': (v) =>
    `Utkastets kunde, valuta eller fortegn er en annen enn på ${v.number} der. Endre utkastet, eller velg et annet.`,
  'books.badNumber': (v) =>
    `${v.text} er ikke et nummer i serien. Skriv det som det står på dokumentet, eller la feltet stå tomt.`,
  'books.notOpen': () => 'Ingen gjenoppretting venter på en sammenligning.',
  'books.finishFirst': () =>
    'En eldre sikkerhetskopi ble gjenopprettet. Sammenlign først de to sidene under Selskap > Eksporter fakturaer; til da velges og sendes ingenting.',
  'books.copyMade': (v) => `Kopi, laget ${v.day} fra regnskapet. Dokumentet som ble sendt, er originalen.`,
  'books.finishing': (v) => `${v.by} avslutter sammenligningen etter gjenopprettingen.`,
  'books.finished': (v) =>
    `${v.by} har sammenlignet de to sidene etter gjenopprettingen. Det sendes og ferdigstilles igjen.`,
  'books.becameRecord': (v) => `${v.number} ${v.customer}: utkastet ble dokumentet som står i Uniconta.`,
  'books.differs': (v) =>
    `${v.number}: linjene her gir ${amounts[v.field] ?? v.field} ${amount(v.here)}; bokført er ${amount(v.there)}, og det gjelder.`,
  'books.cameIn': (v) => `${v.number} ${v.customer} kom inn fra Uniconta som låst dokument.`,
  'books.matched': (v) =>
    `${v.by} sier at ${v.there} i Uniconta er vårt utkast; det er nå ${v.number}.${v.reason ? ` Begrunnelse: ${v.reason}` : ''}`,
  'books.apart': (v) =>
    `${v.by} sier at ${v.there} i Uniconta ikke er et dokument her.${v.reason ? ` Begrunnelse: ${v.reason}` : ''}`,
  'books.ordersDeleted': (v) =>
    `${v.count === 1 ? 'Én ordre' : `${v.count} ordrer`} som ingen her har laget, ble slettet i Uniconta.`,
  'books.uncertain': (v) =>
    `${v.count === 1 ? 'Ett dokument' : `${v.count} dokumenter`} som ikke var avklart her, søkes i Uniconta før noe sendes igjen.`,
  'books.seriesMoved': (v) => `Neste dokument er ${v.number}; før sammenligningen var det ${v.before}.`,
  'books.nextDiffers': (v) =>
    `Uniconta ville gi ${v.next} som neste, og vårt er ${v.number}. Sett "Neste" i serien der under Finans > Vedlikehold > Bilagsnummerserier.`,
  'books.hoursUnknown': (v) =>
    `Hvilke timer og utlegg ${documents(v.count)} har fakturert, er ikke lenger kjent: de kan fortsatt se ufakturerte ut her. Se Økonomi > Til fakturering, og nedskriv eller slett det som allerede er fakturert.`,
  'books.nothingFound': () => 'Det sto ingenting der som ikke var kjent her.',
}
