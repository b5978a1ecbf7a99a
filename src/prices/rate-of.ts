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
  return ownRate(model, work, roleId) ?? baseRate(book, model, work, roleId)
}

// Fifty thousand entries are priced at once: nothing is copied on the way, and sentences are made only where a price is missing.

function ownRate(model: BookModel, { userId, activityId, workedOn }: PricedWork, roleId: string | null) {
  const { rates } = model
  if (rates.size === 0) return undefined
  const ofPerson = validOn(rates.get(userId), workedOn)
  if (ofPerson) return priced(model, ofPerson.rate, 'person')
  const ofActivity = validOn(rates.get(activityId), workedOn)
  if (ofActivity) return priced(model, ofActivity.rate, 'activity')
  const ofRole = roleId === null ? undefined : validOn(rates.get(roleId), workedOn)
  return ofRole && priced(model, ofRole.rate, 'role')
}

function baseRate(book: PriceBook, model: BookModel, work: PricedWork, roleId: string | null): RateAnswer {
  switch (model.hourlyBase) {
    case 'common':
      if (model.commonRate !== null) return priced(model, model.commonRate, 'common')
      return missing(model, say('rate.noCommon', { model: model.name }), pricesOf(model))
    case 'co-worker':
      return coWorkerRate(book, model, work)
    case 'role':
      return roleRate(book, model, work, roleId)
    default:
      return missing(model, withoutOwnRate(book, model, work), pricesOf(model))
  }
}

function withoutOwnRate(book: PriceBook, model: BookModel, { userId }: PricedWork): Sentence {
  const name = nameOf(book, userId)
  const first = model.rates.get(userId)?.at(-1)?.validFrom
  if (first === undefined) return say('rate.noneOfPerson', { name, model: model.name })
  return say('rate.personBeginsLater', { name, model: model.name, validFrom: first })
}

function coWorkerRate(book: PriceBook, model: BookModel, { userId, workedOn }: PricedWork): RateAnswer {
  const rates = book.coWorkerRates.get(userId)
  const found = validOn(rates, workedOn)
  if (found?.rate != null)
    return inCurrency(book, model, found.rate, 'co-worker') ?? otherCurrency(book, model, nameOf(book, userId))
  const name = nameOf(book, userId)
  const first = rates?.at(-1)?.validFrom
  const sentence =
    found || first === undefined
      ? say('rate.noStandard', { name })
      : say('rate.standardBeginsLater', { name, validFrom: first })
  return missing(model, sentence, `/users/${userId}`)
}

function roleRate(book: PriceBook, model: BookModel, { userId }: PricedWork, roleId: string | null): RateAnswer {
  const role = roleId === null ? undefined : book.roles.get(roleId)
  if (!role) {
    const sentence = say('rate.noRole', { name: nameOf(book, userId), project: projectOf(book, model.projectId) })
    return missing(model, sentence, `/projects/${model.projectId}?tab=members`)
  }
  if (role.salesPrice === null)
    return missing(model, say('rate.roleWithoutPrice', { role: role.name }), '/project-roles')
  return inCurrency(book, model, role.salesPrice, 'project-role') ?? otherCurrency(book, model, role.name)
}

const priced = (model: BookModel, rate: string, from: RateSource): RateAnswer => ({
  rate,
  currency: model.currency,
  from,
  priceModelId: model.id,
})

const missing = (model: BookModel, sentence: Sentence, link: string): RateAnswer => ({
  missing: { sentence, link },
  priceModelId: model.id,
})

/** Standard prices are in the company's currency and are never converted in silence. */
function inCurrency(book: PriceBook, model: BookModel, rate: string, from: RateSource): RateAnswer | undefined {
  return model.currency === book.companyCurrency ? priced(model, rate, from) : undefined
}

/** `name` is whose standard price it is: a person's or a role's. */
function otherCurrency(book: PriceBook, model: BookModel, name: string): RateAnswer {
  const values = { name, own: book.companyCurrency, billed: model.currency, model: model.name }
  return missing(model, say('rate.otherCurrency', values), pricesOf(model))
}

function withoutModel(book: PriceBook, activityId: string): MissingRate {
  const projectId = book.activities.get(activityId)?.projectId ?? ''
  return {
    sentence: say('rate.noModel', { project: projectOf(book, projectId) }),
    link: `/projects/${projectId}?tab=prices`,
  }
}

const pricesOf = (model: BookModel) => `/projects/${model.projectId}?tab=prices`
const nameOf = (book: PriceBook, userId: string) => book.people.get(userId) ?? userId

function projectOf(book: PriceBook, projectId: string): string {
  const project = book.projects.get(projectId)
  return project ? `${project.number} ${project.name}` : ''
}

function roleIn(book: PriceBook, projectId: string, userId: string): string | null {
  return book.projects.get(projectId)?.roleOf.get(userId) ?? null
}

/** The newest that has begun on the day; `rates` are newest first. */
function validOn<T extends { readonly validFrom: string }>(
  rates: readonly T[] | undefined,
  day: string,
): T | undefined {
  if (rates) for (const rate of rates) if (rate.validFrom <= day) return rate
  return undefined
}
