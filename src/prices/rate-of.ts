// What an hour costs the customer: the one rule by which hours get their price, and the sentence where they get none.
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import type { HourlyBase, PriceModelKind } from './price.ts'
import { priceTexts } from './price-texts.ts'

const say = sayFrom(priceTexts)

/** A price per hour from a day on. */
export type DatedRate = { readonly validFrom: string; readonly rate: string }

export type BookModel = {
  readonly id: string
  readonly projectId: string
  readonly name: string
  readonly kind: PriceModelKind
  /** Of what it bills: the project's, else that of the customer who gets the invoice. */
  readonly currency: string
  /** Who gets the invoice: the model's customer, else the project's. */
  readonly customerId: string
  /** Minor units of `currency`. */
  readonly fixedPrice: bigint | null
  readonly cap: bigint | null
  readonly expensesIncluded: boolean
  /** In percent. */
  readonly expenseMarkup: string
  /** Null: hours have no price of their own, the model has an agreed one. */
  readonly hourlyBase: HourlyBase | null
  readonly commonRate: string | null
  /** Prices of the model itself by the id of a person, activity or role; newest first. */
  readonly rates: ReadonlyMap<string, readonly DatedRate[]>
}

/** All that pricing hours of some projects needs; `loadPriceBook` reads it in a handful of queries. */
export type PriceBook = {
  readonly companyCurrency: string
  readonly models: ReadonlyMap<string, BookModel>
  readonly activities: ReadonlyMap<string, { readonly projectId: string; readonly priceModelId: string | null }>
  /** Of each project: number and name, its first active model, and who has which role in it. */
  readonly projects: ReadonlyMap<
    string,
    {
      readonly number: string
      readonly name: string
      readonly defaultModelId: string | null
      readonly roleOf: ReadonlyMap<string, string>
    }
  >
  /** In the company's currency. */
  readonly roles: ReadonlyMap<string, { readonly name: string; readonly salesPrice: string | null }>
  /** Standard prices of co-workers in the company's currency, newest first; a null price is none. */
  readonly coWorkerRates: ReadonlyMap<string, readonly { readonly validFrom: string; readonly rate: string | null }[]>
  readonly people: ReadonlyMap<string, string>
}

export type PricedWork = {
  userId: string
  activityId: string
  /** The day of the work, never of the invoice: a price that changes inside a period gives two prices. */
  workedOn: string
  /** Left out: the person's role in the project. */
  roleId?: string | null | undefined
}

/** Where a price comes from, nearest first: the model's own for person, activity, role, or what it is based on. */
export type RateSource = 'person' | 'activity' | 'role' | 'co-worker' | 'project-role' | 'common'

/** Why there is no price, said without the day of the work, so that a hundred entries with one cause are one sentence. */
export type MissingRate = { readonly sentence: Sentence; readonly link: string }

export type RateAnswer =
  | { readonly rate: string; readonly currency: string; readonly from: RateSource; readonly priceModelId: string }
  | { readonly missing: MissingRate; readonly priceModelId: string | null }
  /** Hours of an agreed price, or of work that is never billed, have no price and need none. */
  | { readonly unpriced: 'agreed-price' | 'non-billable'; readonly priceModelId: string }

/** The price model by which an activity is billed: its own choice, else the first of the project. */
export function modelOf(book: PriceBook, activityId: string): BookModel | undefined {
  const activity = book.activities.get(activityId)
  if (!activity) throw new Error(`The price book was loaded without the activity ${activityId}.`)
  const id = activity.priceModelId ?? book.projects.get(activity.projectId)?.defaultModelId
  return id ? book.models.get(id) : undefined
}

/** The price of an hour. The book has to cover the project of the activity. */
export function rateOf(book: PriceBook, work: PricedWork): RateAnswer {
  const model = modelOf(book, work.activityId)
  if (!model) return { missing: withoutModel(book, work.activityId), priceModelId: null }
  const priceModelId = model.id
  if (model.kind === 'non-billable') return { unpriced: 'non-billable', priceModelId }
  if (model.hourlyBase === null) return { unpriced: 'agreed-price', priceModelId }
  const roleId = work.roleId === undefined ? roleIn(book, model.projectId, work.userId) : work.roleId
  const own = ownRate(model, { ...work, roleId })
  if (own) return { ...own, currency: model.currency, priceModelId }
  const base = baseRate(book, model, { ...work, roleId })
  return 'missing' in base ? { ...base, priceModelId } : { ...base, currency: model.currency, priceModelId }
}

type Placed = { userId: string; activityId: string; roleId: string | null; workedOn: string }

function ownRate(model: BookModel, work: Placed): { rate: string; from: RateSource } | undefined {
  const places = [
    ['person', work.userId],
    ['activity', work.activityId],
    ['role', work.roleId],
  ] as const
  for (const [from, id] of places) {
    const found = id === null ? undefined : validOn(model.rates.get(id), work.workedOn)
    if (found) return { rate: found.rate, from }
  }
  return undefined
}

type BaseAnswer = { rate: string; from: RateSource } | { missing: MissingRate }

function baseRate(book: PriceBook, model: BookModel, work: Placed): BaseAnswer {
  const name = book.people.get(work.userId) ?? work.userId
  const onModel = `/projects/${model.projectId}?tab=prices`
  const missing = (sentence: Sentence, link: string): BaseAnswer => ({ missing: { sentence, link } })
  switch (model.hourlyBase) {
    case 'common':
      if (model.commonRate !== null) return { rate: model.commonRate, from: 'common' }
      return missing(say('rate.noCommon', { model: model.name }), onModel)
    case 'co-worker':
      return coWorkerRate(book, model, { ...work, name })
    case 'role':
      return roleRate(book, model, { ...work, name })
    default: {
      const first = model.rates.get(work.userId)?.at(-1)?.validFrom
      return missing(
        first === undefined
          ? say('rate.noneOfPerson', { name, model: model.name })
          : say('rate.personBeginsLater', { name, model: model.name, validFrom: first }),
        onModel,
      )
    }
  }
}

function coWorkerRate(book: PriceBook, model: BookModel, work: Placed & { name: string }): BaseAnswer {
  const { name } = work
  const link = `/users/${work.userId}`
  const rates = book.coWorkerRates.get(work.userId) ?? []
  const found = validOn(rates, work.workedOn)
  if (found?.rate != null) return inCurrency(book, model, { name, rate: found.rate, from: 'co-worker' })
  const first = rates.at(-1)?.validFrom
  if (found || first === undefined) return { missing: { sentence: say('rate.noStandard', { name }), link } }
  return { missing: { sentence: say('rate.standardBeginsLater', { name, validFrom: first }), link } }
}

function roleRate(book: PriceBook, model: BookModel, work: Placed & { name: string }): BaseAnswer {
  const { name } = work
  const role = work.roleId === null ? undefined : book.roles.get(work.roleId)
  if (!role) {
    const project = book.projects.get(model.projectId)
    const sentence = say('rate.noRole', { name, project: project ? `${project.number} ${project.name}` : '' })
    return { missing: { sentence, link: `/projects/${model.projectId}?tab=members` } }
  }
  if (role.salesPrice !== null)
    return inCurrency(book, model, { name: role.name, rate: role.salesPrice, from: 'project-role' })
  return { missing: { sentence: say('rate.roleWithoutPrice', { role: role.name }), link: '/project-roles' } }
}

/** Standard prices are in the company's currency and are never converted in silence. */
function inCurrency(
  book: PriceBook,
  model: BookModel,
  { name, rate, from }: { name: string; rate: string; from: RateSource },
): BaseAnswer {
  const own = book.companyCurrency
  if (model.currency === own) return { rate, from }
  const sentence = say('rate.otherCurrency', { name, own, billed: model.currency, model: model.name })
  return { missing: { sentence, link: `/projects/${model.projectId}?tab=prices` } }
}

function withoutModel(book: PriceBook, activityId: string): MissingRate {
  const projectId = book.activities.get(activityId)?.projectId ?? ''
  const project = book.projects.get(projectId)
  const sentence = say('rate.noModel', { project: project ? `${project.number} ${project.name}` : '' })
  return { sentence, link: `/projects/${projectId}?tab=prices` }
}

function roleIn(book: PriceBook, projectId: string, userId: string): string | null {
  return book.projects.get(projectId)?.roleOf.get(userId) ?? null
}

/** The newest that has begun on the day; `rates` are newest first. */
function validOn<T extends { readonly validFrom: string }>(
  rates: readonly T[] | undefined,
  day: string,
): T | undefined {
  return rates?.find((rate) => rate.validFrom <= day)
}
