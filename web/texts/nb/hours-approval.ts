import type { Texts } from '../texts.tsx'

export const approval: Texts['approval'] = {
  title: 'Godkjenning av timer',
  empty: 'Ingen timer venter på din godkjenning.',
  emptyFiltered: 'Ingen timer med disse filtrene venter på din godkjenning.',
  approver: {
    'project-owner': 'Du ser timene på prosjektene du er ansvarlig for.',
    'timesheet-approver': 'Du ser timene til dem du godkjenner timelistene for.',
  },
  by: 'Samlet',
  groupings: { 'person-week': 'Etter person og uke', project: 'Etter prosjekt' },
  chooseAll: 'Velg alle',
  approve: 'Godkjenn',
  approveThese: (name) => `Godkjenn ${name}`,
  reject: 'Avvis',
  rejectMore: 'Avvis …',
  rejectThese: (name) => `Avvis ${name}`,
  rejectTitle: 'Gi timer tilbake',
  rejectWhat: (entries, hours) =>
    entries === 1 ? `1 føring, ${hours} timer.` : `${entries} føringer, ${hours} timer.`,
  comment: 'Hva er galt',
  commentHint: 'Personen leser det på timelisten og får en beskjed.',
  commentMissing: 'Skriv hva som er galt, så personen kan rette det.',
  reopen: 'Åpne igjen',
  undo: 'Angre',
  chosen: (entries, hours) => (entries === 1 ? `1 føring, ${hours} timer` : `${entries} føringer, ${hours} timer`),
  done: {
    approve: (entries, hours) =>
      entries === 1 ? `1 føring er godkjent, ${hours} timer.` : `${entries} føringer er godkjent, ${hours} timer.`,
    reject: (entries, hours) =>
      entries === 1
        ? `1 føring er gitt tilbake, ${hours} timer.`
        : `${entries} føringer er gitt tilbake, ${hours} timer.`,
    reopen: (entries, hours) =>
      entries === 1
        ? `1 føring venter på godkjenning igjen, ${hours} timer.`
        : `${entries} føringer venter på godkjenning igjen, ${hours} timer.`,
  },
  notDone: (count, reason) => `${count} ble som ${count === 1 ? 'den' : 'de'} var: ${reason}`,
  expand: (name) => `Føringer for ${name}`,
  personWeek: (person, week) => `${person}, uke ${week}`,
  openTimesheet: 'Timeliste',
  total: (groups, entries, hours) =>
    `${entries === 1 ? '1 føring venter' : `${entries} føringer venter`} i ${groups === 1 ? '1 gruppe' : `${groups} grupper`}: ${hours} timer.`,
  oldest: (shown) => `De eldste ${shown} gruppene står her; de andre kommer når disse er gjort.`,
  keysHint: 'Piltaster går opp og ned, → åpner, mellomrom velger, A godkjenner, R avviser.',
}
