// The hours of the demo company: a year of what people in a small office of architects and consultants write down. Pure, and the
// same for the same days.
import type { Day } from '../lib/dates.ts'

export type DemoPerson = { id: string; department: string }
export type DemoActivity = {
  id: string
  projectId: string
  department: string
  /** The project's first and last day; null is open. */
  startOn: Day | null
  endOn: Day | null
  /** How much of a project's time goes here. */
  weight: number
  notes: readonly string[]
  /** Everybody writes a little on these, each week. */
  internal: boolean
}
export type DemoEntry = {
  userId: string
  projectId: string
  activityId: string
  workedOn: Day
  minutes: number
  note: string | null
}

const dayMs = 86_400_000
const at = (day: Day) => Date.parse(`${day}T00:00:00Z`)
const dayOf = (instant: number): Day => new Date(instant).toISOString().slice(0, 10)
export const addDays = (day: Day, days: number): Day => dayOf(at(day) + days * dayMs)
const weekday = (day: Day) => (new Date(at(day)).getUTCDay() + 6) % 7

/** Hours of every person on every working day from `from` to `to`. */
export function demoHours(
  people: readonly DemoPerson[],
  activities: readonly DemoActivity[],
  from: Day,
  to: Day,
): DemoEntry[] {
  return people.flatMap((person, index) => hoursOf(person, index, activities, from, to))
}

function hoursOf(
  person: DemoPerson,
  index: number,
  activities: readonly DemoActivity[],
  from: Day,
  to: Day,
): DemoEntry[] {
  const chance = chanceOf(index + 1)
  const internal = activities.filter((activity) => activity.internal)
  const entries: DemoEntry[] = []
  let month = ''
  let projects: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const open = activities.filter((activity) => !activity.internal && isOpen(activity, day))
    if (day.slice(0, 7) !== month) {
      month = day.slice(0, 7)
      projects = projectsOfMonth(person, open, chance)
    }
    if (weekday(day) > 4 || isHoliday(day) || isAway(index, day) || chance() < 0.02) continue
    const work = open.filter((activity) => projects.includes(activity.projectId))
    entries.push(...dayOfWork(person, day, work, internal, chance))
  }
  return entries
}

/** Two to four projects, most of them of the person's own department. */
function projectsOfMonth(person: DemoPerson, open: readonly DemoActivity[], chance: () => number): string[] {
  const own = open.filter((activity) => activity.department === person.department)
  const among = [...new Set([...own, ...own, ...open].map((activity) => activity.projectId))]
  const wished = 2 + Math.floor(chance() * 3)
  const chosen: string[] = []
  while (chosen.length < Math.min(wished, among.length)) {
    const pool = chance() < 0.8 && own.length > 0 ? own.map((activity) => activity.projectId) : among
    const project = pool[Math.floor(chance() * pool.length)]
    if (project === undefined || (chosen.includes(project) && new Set(pool).size <= chosen.length)) break
    if (!chosen.includes(project)) chosen.push(project)
  }
  return chosen
}

/** Seven to eight hours in quarters, on one to three activities; on Fridays a little less. */
function dayOfWork(
  person: DemoPerson,
  day: Day,
  work: readonly DemoActivity[],
  internal: readonly DemoActivity[],
  chance: () => number,
): DemoEntry[] {
  let left = (weekday(day) === 4 ? 27 : 29) + Math.floor(chance() * 5)
  const entries: DemoEntry[] = []
  const add = (activity: DemoActivity, quarters: number) => {
    const { id: activityId, projectId, notes } = activity
    const note = chance() < 0.7 ? (notes[Math.floor(chance() * notes.length)] ?? null) : null
    entries.push({ userId: person.id, projectId, activityId, workedOn: day, minutes: quarters * 15, note })
  }
  const office = internal[Math.floor(chance() * internal.length)]
  if (office && (work.length === 0 || chance() < 0.25)) {
    const quarters = work.length === 0 ? left : 2 + Math.floor(chance() * 4)
    add(office, quarters)
    left -= quarters
  }
  const count = Math.min(work.length, 1 + Math.floor(chance() * 3))
  const chosen = new Set<DemoActivity>()
  for (let tries = 0; chosen.size < count && tries < 20; tries++) {
    const activity = weighted(work, chance)
    if (activity) chosen.add(activity)
  }
  const parts = [...chosen]
  for (const [place, activity] of parts.entries()) {
    const rest = parts.length - place - 1
    const quarters = rest === 0 ? left : Math.max(2, Math.min(left - 2 * rest, 2 + Math.floor(chance() * left)))
    if (quarters > 0) add(activity, quarters)
    left -= quarters
  }
  return entries
}

function weighted(among: readonly DemoActivity[], chance: () => number): DemoActivity | undefined {
  let mark = chance() * among.reduce((all, activity) => all + activity.weight, 0)
  return among.find((activity) => {
    mark -= activity.weight
    return mark <= 0
  })
}

function isOpen({ startOn, endOn }: DemoActivity, day: Day): boolean {
  return startOn !== null && startOn <= day && (endOn === null || day <= endOn)
}

/** Three weeks in July or August and the days around Christmas, not all people at once. */
function isAway(index: number, day: Day): boolean {
  const summer = `${day.slice(0, 4)}-07-${String(1 + (index % 3) * 7).padStart(2, '0')}`
  const monthAndDay = day.slice(5)
  return (day >= summer && day < addDays(summer, 21)) || monthAndDay >= '12-24' || monthAndDay <= '01-02'
}

/** The public holidays of Denmark from 2024 on, without store bededag, and 5 June and 24 December, which most offices keep. */
export function isHoliday(day: Day): boolean {
  if (['01-01', '06-05', '12-24', '12-25', '12-26'].includes(day.slice(5))) return true
  const easter = easterOf(Number(day.slice(0, 4)))
  return [-3, -2, 0, 1, 39, 49, 50].some((days) => addDays(easter, days) === day)
}

/** Easter Sunday (the Meeus/Jones/Butcher rule of the Gregorian calendar). */
function easterOf(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const dayOfMonth = ((h + l - 7 * m + 114) % 31) + 1
  return `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function chanceOf(seed: number): () => number {
  let state = seed * 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
