// What the demo company's projects consist of, by their category, with what people note beside their hours.

export type DemoActivityKind = { name: string; weight: number; estimateHours: number | null; notes: readonly string[] }

export const demoActivities: Readonly<Record<string, readonly DemoActivityKind[]>> = {
  SKI: [
    {
      name: 'Skitseforslag',
      weight: 6,
      estimateHours: 160,
      notes: ['Skitser til møde', 'Planer og snit 1:200', 'Volumenstudier', 'Rettet efter bygherrens bemærkninger'],
    },
    {
      name: 'Registrering',
      weight: 2,
      estimateHours: 40,
      notes: ['Opmåling på stedet', 'Fotoregistrering', 'Gennemgang af arkivtegninger'],
    },
    {
      name: 'Møder',
      weight: 2,
      estimateHours: null,
      notes: ['Bygherremøde', 'Internt projektmøde', 'Referat skrevet'],
    },
  ],
  MYN: [
    {
      name: 'Myndighedsprojekt',
      weight: 6,
      estimateHours: 240,
      notes: ['Tegningssæt til kommunen', 'Brandplaner', 'Arealopgørelse', 'Svar på kommunens spørgsmål'],
    },
    {
      name: 'Projektering',
      weight: 4,
      estimateHours: 320,
      notes: ['Detaljer, facade', 'Koordinering med konstruktør', 'Dørskema', 'Beskrivelser'],
    },
    {
      name: 'Møder',
      weight: 2,
      estimateHours: null,
      notes: ['Projekteringsmøde', 'Forhåndsdialog med kommunen', 'Bygherremøde'],
    },
  ],
  TIL: [
    {
      name: 'Fagtilsyn',
      weight: 5,
      estimateHours: 200,
      notes: ['Tilsyn, tag', 'Tilsyn, vinduer', 'Mangler fotograferet og sendt', 'Tilsynsnotat'],
    },
    {
      name: 'Byggemøder',
      weight: 3,
      estimateHours: 90,
      notes: ['Byggemøde og referat', 'Sikkerhedsrunde', 'Opfølgning på tidsplan'],
    },
    {
      name: 'Projektopfølgning',
      weight: 2,
      estimateHours: null,
      notes: ['Ekstraarbejder gennemgået', 'Betalingsplan opdateret'],
    },
  ],
  HEL: [
    {
      name: 'Projektledelse',
      weight: 3,
      estimateHours: 260,
      notes: ['Tidsplan og økonomi', 'Statusrapport', 'Aftaler med underrådgivere'],
    },
    {
      name: 'Dispositionsforslag',
      weight: 4,
      estimateHours: 300,
      notes: ['Planer 1:100', 'Materialer og overflader', 'Dagslysberegning'],
    },
    {
      name: 'Projektering',
      weight: 5,
      estimateHours: 600,
      notes: ['Hovedprojekt, planer', 'Detaljer', 'Udbudsmateriale', 'BIM-model rettet til'],
    },
    {
      name: 'Brugermøder',
      weight: 2,
      estimateHours: 80,
      notes: ['Workshop med brugere', 'Rundtur og interview', 'Opsamling'],
    },
  ],
  RAAD: [
    {
      name: 'Rådgivning',
      weight: 6,
      estimateHours: 120,
      notes: ['Telefonisk rådgivning', 'Notat', 'Gennemgang af tilbud', 'Besigtigelse'],
    },
    {
      name: 'Rapport',
      weight: 3,
      estimateHours: 60,
      notes: ['Rapport, kapitel 2', 'Figurer og bilag', 'Kvalitetssikring'],
    },
    { name: 'Møder', weight: 1, estimateHours: null, notes: ['Statusmøde', 'Møde hos kunden'] },
  ],
}

/** The office's own project: hours that nobody is billed for. */
export const officeActivities: readonly DemoActivityKind[] = [
  {
    name: 'Administration',
    weight: 2,
    estimateHours: null,
    notes: ['Mandagsmøde', 'Oprydning på server', 'Timer og bilag'],
  },
  {
    name: 'Tilbud',
    weight: 1,
    estimateHours: null,
    notes: ['Tilbudsskrivning', 'Honorarberegning', 'Prækvalifikation'],
  },
  { name: 'Kurser', weight: 1, estimateHours: null, notes: ['Kursus i BR18', 'Fælles BIM-eftermiddag'] },
]
