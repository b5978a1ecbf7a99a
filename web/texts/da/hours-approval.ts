import type { Texts } from '../texts.tsx'

export const approval: Texts['approval'] = {
  title: 'Godkendelse af timer',
  empty: 'Ingen timer venter på din godkendelse.',
  emptyFiltered: 'Ingen timer med disse filtre venter på din godkendelse.',
  approver: {
    'project-owner': 'Du ser timerne på de projekter, du er ansvarlig for.',
    'timesheet-approver': 'Du ser timerne for dem, hvis timesedler du godkender.',
  },
  by: 'Samlet',
  groupings: { 'person-week': 'Efter person og uge', project: 'Efter projekt' },
  chooseAll: 'Vælg alle',
  approve: 'Godkend',
  approveThese: (name) => `Godkend ${name}`,
  reject: 'Afvis',
  rejectMore: 'Afvis …',
  rejectThese: (name) => `Afvis ${name}`,
  rejectTitle: 'Giv timer tilbage',
  rejectWhat: (entries, hours) =>
    entries === 1 ? `1 registrering, ${hours} timer.` : `${entries} registreringer, ${hours} timer.`,
  comment: 'Hvad er galt',
  commentHint: 'Personen læser det på timesedlen og får en besked.',
  commentMissing: 'Skriv, hvad der er galt, så personen kan rette det.',
  reopen: 'Åbn igen',
  undo: 'Fortryd',
  chosen: (entries, hours) =>
    entries === 1 ? `1 registrering, ${hours} timer` : `${entries} registreringer, ${hours} timer`,
  done: {
    approve: (entries, hours) =>
      entries === 1
        ? `1 registrering er godkendt, ${hours} timer.`
        : `${entries} registreringer er godkendt, ${hours} timer.`,
    reject: (entries, hours) =>
      entries === 1
        ? `1 registrering er givet tilbage, ${hours} timer.`
        : `${entries} registreringer er givet tilbage, ${hours} timer.`,
    reopen: (entries, hours) =>
      entries === 1
        ? `1 registrering venter på godkendelse igen, ${hours} timer.`
        : `${entries} registreringer venter på godkendelse igen, ${hours} timer.`,
  },
  notDone: (count, reason) => `${count} blev, som ${count === 1 ? 'den' : 'de'} var: ${reason}`,
  expand: (name) => `Registreringer for ${name}`,
  personWeek: (person, week) => `${person}, uge ${week}`,
  openTimesheet: 'Timeseddel',
  total: (groups, entries, hours) =>
    `${entries === 1 ? '1 registrering venter' : `${entries} registreringer venter`} i ${groups === 1 ? '1 gruppe' : `${groups} grupper`}: ${hours} timer.`,
  oldest: (shown) => `De ældste ${shown} grupper står her; de andre kommer, når disse er klaret.`,
  keysHint: 'Piletaster går op og ned, → åbner, mellemrum vælger, A godkender, R afviser.',
}
