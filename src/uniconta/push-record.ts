// One record brought to the other side: look, insert or change only what differs, read back, remember at once.
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { SyncFailure } from '../sync/failure.ts'
import type { Outcome, TaskContext } from '../sync/handler.ts'
import { findLink, findLinkByKey, type Link, markInDoubt, saveLink } from '../sync/link-store.ts'
import { isRightsCode } from './error-codes.ts'
import { differing, type Fields, filled, isAsMeant, matchesSnapshot, mustFit, rowIdOf, snapshotOf } from './fields.ts'
import { equals, isPlain, sameText } from './filter.ts'
import { findMoved, lookBesideControls, lookUp, notLinked } from './look-for-record.ts'
import type { Calls, Row } from './session.ts'
import { unicontaType } from './settings.ts'
import { unicontaTexts } from './uniconta-texts.ts'
import { Refused } from './wire.ts'
import { refusedSentence } from './with-connection.ts'

const say = sayFrom(unicontaTexts)

/** A record as it shall stand there. */
export type Wanted = {
  kind: 'customer' | 'project'
  subject: string
  entity: string
  keyField: 'Account' | 'Number'
  /** Our number: the key of a new record. One that was linked by a person keeps its own. */
  number: string
  fields: Fields
  /** A second field that would show that the record is there already under another number. */
  alsoKnownBy: { field: string; value: string } | null
  /** How it is called in sentences: 'debtor 10006'. */
  called: (key: string) => string
  done: (key: string) => Sentence
  /** Finds out why the other side refused, when it can be found out. */
  diagnose: (calls: Calls) => Promise<Sentence | undefined>
}

export async function pushRecord(context: TaskContext, calls: Calls, wanted: Wanted): Promise<Outcome> {
  const link = await findLink(context.db, unicontaType, wanted.kind, wanted.subject)
  mustFit(wanted.entity, wanted.fields)
  if (link?.confirmedAt) {
    if (!context.uncertain && !link.intent && matchesSnapshot(wanted.fields, link.snapshot))
      return { outcome: 'unchanged', sentence: wanted.done(link.externalKey) }
    return change(context, calls, wanted, link)
  }
  const key = link?.externalKey ?? wanted.number
  if (!isOwnKey(key)) throw new SyncFailure('rejected', say('uniconta.badNumber', { number: key }))
  return create(context, calls, wanted, link, key)
}

/** Keys that we give keep clear of every sign of the filter language; one that a person linked is theirs and may hold others. */
export const isOwnKey = (key: string) => /^[A-Za-z0-9_-]{1,20}$/.test(key)

async function change(context: TaskContext, calls: Calls, wanted: Wanted, link: Link): Promise<Outcome> {
  await context.inLane((tx) => markInDoubt(tx, unicontaType, wanted.kind, [wanted.subject]))
  const row = await lookUp(calls, wanted, link.externalKey)
  if (!row) return missing(context, calls, wanted, link)
  const rowId = rowIdOf(row)
  if (link.rowId && rowId && link.rowId !== rowId) throw notLinked(wanted, row, link.externalKey)
  return correct(context, calls, wanted, link, row)
}

async function correct(context: TaskContext, calls: Calls, wanted: Wanted, link: Link, row: Row): Promise<Outcome> {
  const differences = differing(wanted.fields, row)
  if (differences.length === 0) {
    await remember(context, wanted, link, row)
    return { outcome: 'unchanged', sentence: wanted.done(link.externalKey) }
  }
  const changes = Object.fromEntries(differences.map(({ field }) => [field, wanted.fields[field]]))
  try {
    await calls.update(wanted.entity, row, { ...row, ...changes })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    // A word that is not known may also have meant success: what stands there decides.
    const now = await lookUp(calls, wanted, link.externalKey)
    if (!now || differing(wanted.fields, now).length > 0) throw await refusal(calls, wanted, link.externalKey, error)
  }
  return confirm(context, calls, wanted, link)
}

async function create(
  context: TaskContext,
  calls: Calls,
  wanted: Wanted,
  intent: Link | undefined,
  key: string,
): Promise<Outcome> {
  // A look by the registration number shows our own row too. Without one the look is by the number itself, and so it is after
  // any earlier try, since the registration number may have been changed here meanwhile. The number is a unique key there, so
  // an insert cannot make a second one (KeyExists, docs/uniconta.md#debtor).
  const other = wanted.alsoKnownBy && isPlain(wanted.alsoKnownBy.value) ? wanted.alsoKnownBy : undefined
  if (intent || context.uncertain || !other) {
    const row = await lookUp(calls, wanted, key)
    if (row) return adopt(context, calls, wanted, intent, row, key)
  }
  if (other && !isMadeAnew(intent)) {
    const rows = await calls.query(wanted.entity, [equals(other.field, other.value), { Take: 10 }])
    const same = rows.filter((row) => sameText(row[other.field], other.value))
    const ours = same.find((row) => sameText(row[wanted.keyField], key))
    if (ours) return adopt(context, calls, wanted, intent, ours, key)
    await mustBeLinked(context, wanted, same, other.value)
  }
  const link = await noteIntent(context, wanted, intent, key)
  if (!link) return { outcome: 'again', at: context.now() }
  try {
    await calls.insert(wanted.entity, { ...filled(wanted.fields), [wanted.keyField]: key })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    // Texts are labels in the user's language, so what was wrong is found out by looking, not by reading.
    const there = await lookUp(calls, wanted, key)
    if (!there) throw await refusal(calls, wanted, key, error)
    // Ours: this insert after all, or an earlier one that arrived late.
    if (differing(wanted.fields, there).length > 0) return adopt(context, calls, wanted, intent, there, key)
  }
  return confirm(context, calls, wanted, link)
}

/** Branches of one company share a registration number: a row that is linked with another record here is no doubt. */
async function mustBeLinked(context: TaskContext, wanted: Wanted, rows: readonly Row[], registration: string) {
  for (const row of rows) {
    const theirKey = String(row[wanted.keyField] ?? '')
    if (await findLinkByKey(context.db, unicontaType, wanted.kind, theirKey)) continue
    const name = String(row.Name ?? '')
    throw new SyncFailure(
      'rejected',
      say('uniconta.sameRegistration', { key: wanted.called(theirKey), name, registration }),
      { actions: ['link', 'send-again'], differences: differing(wanted.fields, row) },
    )
  }
}

/** A row under our number that we do not know. It is ours only if this very instance meant to make just this. */
async function adopt(
  context: TaskContext,
  calls: Calls,
  wanted: Wanted,
  intent: Link | undefined,
  row: Row,
  key: string,
): Promise<Outcome> {
  if (!intent || !isAsMeant(intent.intent as Fields | null, row)) throw notLinked(wanted, row, key)
  // Before anything is corrected: once it was corrected, the row is not what was meant any more, and the answer may be lost.
  await remember(context, wanted, intent, row)
  return correct(context, calls, wanted, intent, row)
}

/** A person said "create again": then a look-alike under another number is no reason to ask once more. */
const isMadeAnew = (link: Link | undefined) =>
  link?.intent !== undefined && link.intent !== null && Object.keys(link.intent).length === 0

/**
 * On disk before the call that makes the record: the key is decided, and what the record shall look like. Undefined when a person
 * linked it or gave it another number since `known` was read.
 */
async function noteIntent(
  context: TaskContext,
  wanted: Wanted,
  known: Link | undefined,
  key: string,
): Promise<Link | undefined> {
  const link: Link = {
    system: unicontaType,
    kind: wanted.kind,
    subject: wanted.subject,
    externalKey: key,
    rowId: null,
    intent: filled(wanted.fields),
    snapshot: null,
    sentAt: context.now(),
    confirmedAt: null,
  }
  return context.inLane(async (tx) => {
    const now = await findLink(tx, unicontaType, wanted.kind, wanted.subject)
    if (now?.externalKey !== known?.externalKey || now?.confirmedAt) return undefined
    const taken = await findLinkByKey(tx, unicontaType, wanted.kind, key)
    if (taken && taken.subject !== wanted.subject)
      throw new SyncFailure('rejected', say('uniconta.linkedElsewhere', { key: wanted.called(key) }))
    await saveLink(tx, link)
    return link
  })
}

/** Reads the record back: what was taken is known by what stands there, not by the answer to the write. */
async function confirm(context: TaskContext, calls: Calls, wanted: Wanted, link: Link): Promise<Outcome> {
  const isAsSent = (row: Row | undefined) => row !== undefined && differing(wanted.fields, row).length === 0
  let row = await lookUp(calls, wanted, link.externalKey)
  if (!isAsSent(row)) {
    // What stood there before the write may be shown for a while; a new session is asked before anything is said.
    calls.renew()
    row = await lookUp(calls, wanted, link.externalKey)
  }
  if (!row) throw new SyncFailure('unclear', say('uniconta.perhapsGone', { key: wanted.called(link.externalKey) }))
  await remember(context, wanted, { ...link, sentAt: context.now() }, row)
  const differences = differing(wanted.fields, row)
  const [lost] = differences
  if (lost) throw new SyncFailure('rejected', say('uniconta.notKept', lost), { shown: 'changed-there', differences })
  return { outcome: 'done', sentence: wanted.done(link.externalKey) }
}

/** A row that is to be corrected is remembered as one in doubt: a snapshot counts only when nothing was sent after it. */
async function remember(context: TaskContext, wanted: Wanted, link: Link, row: Row): Promise<void> {
  const intent = differing(wanted.fields, row).length > 0 ? {} : null
  const snapshot = snapshotOf(wanted.fields, row)
  await context.inLane(async (tx) => {
    // Given another number by a person while the call was out: the push that was asked for then makes the new one.
    const now = await findLink(tx, unicontaType, wanted.kind, wanted.subject)
    if (now && now.externalKey !== link.externalKey) return
    await saveLink(tx, { ...link, rowId: rowIdOf(row), intent, snapshot, confirmedAt: context.now() })
  })
}

/**
 * A linked record that is not found under its number. An old session may show nothing for hours, so the look is made again
 * in a fresh one, together with a record that is known to be there; only then nothing means nothing.
 */
async function missing(context: TaskContext, calls: Calls, wanted: Wanted, link: Link): Promise<Outcome> {
  if (!calls.isFresh()) {
    calls.renew()
    const row = await lookUp(calls, wanted, link.externalKey)
    if (row) return correct(context, calls, wanted, link, row)
  }
  const moved = await findMoved(calls, wanted, link)
  if (moved) {
    const to = String(moved[wanted.keyField] ?? '')
    // There after all: the look by its number was the one that showed too little.
    if (to === link.externalKey) return correct(context, calls, wanted, link, moved)
    throw new SyncFailure('rejected', say('uniconta.numberChanged', { from: link.externalKey, to }), {
      shown: 'changed-there',
      actions: ['send-again', 'link'],
      differences: [{ field: wanted.keyField, here: link.externalKey, there: to }],
    })
  }
  const { row, isProved } = await lookBesideControls(context, calls, wanted, link)
  if (row) return correct(context, calls, wanted, link, row)
  if (!isProved)
    throw new SyncFailure('unclear', say('uniconta.perhapsGone', { key: wanted.called(link.externalKey) }), {
      actions: ['link', 'create-again'],
    })
  throw new SyncFailure('rejected', say('uniconta.gone', { key: wanted.called(link.externalKey) }), {
    shown: 'link-broken',
    actions: ['link', 'create-again'],
  })
}

/** Why a write was refused, as well as can be found out. */
async function refusal(calls: Calls, wanted: Wanted, key: string, refused: Refused): Promise<SyncFailure> {
  const known = isRightsCode(refused.code) ? undefined : await wanted.diagnose(calls)
  return new SyncFailure('rejected', known ?? refusedSentence(wanted.called(key), refused), { cause: refused })
}
