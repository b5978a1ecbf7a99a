// The hours behind the lines of a document, one by one or by day and person, written out.
import type { Sheet, SheetSource, SpecifiedHours } from './sheet.ts'
import type { SheetTexts } from './sheet-texts.ts'
import { writeDay, writeMinutes } from './written.ts'

export function hoursOf({ printed, hours }: SheetSource, words: SheetTexts): Sheet['hours'] {
  const { hourSpecification, language } = printed
  if (hourSpecification === 'none' || hours.length === 0) return null
  const isByDay = hourSpecification === 'day'
  const captions = words.hoursColumns
  const rows = isByDay ? byDayAndPerson(hours) : hours
  return {
    heading: words.hours,
    columns: [
      { key: 'day', caption: captions.day, align: 'left' },
      { key: 'person', caption: captions.person, align: 'left' },
      ...(isByDay
        ? []
        : ([
            { key: 'activity', caption: captions.activity, align: 'left' },
            { key: 'note', caption: captions.note, align: 'left' },
          ] as const)),
      { key: 'hours', caption: captions.hours, align: 'right' },
    ],
    rows: rows.map((row) => ({
      day: writeDay(row.workedOn, language),
      person: row.person,
      activity: row.activity,
      note: row.note ?? '',
      hours: writeMinutes(row.minutes),
    })),
    totalLabel: words.hoursTotal,
    total: writeMinutes(hours.reduce((all, { minutes }) => all + minutes, 0)),
  }
}

function byDayAndPerson(hours: readonly SpecifiedHours[]): SpecifiedHours[] {
  const days = new Map<string, SpecifiedHours>()
  for (const row of hours) {
    const key = `${row.workedOn} ${row.person}`
    const known = days.get(key)
    if (known) known.minutes += row.minutes
    else days.set(key, { ...row })
  }
  return [...days.values()]
}
