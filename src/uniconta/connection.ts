// The saved integration as the connector uses it: settings, secrets and what was learned about the other side.
import { z } from 'zod'
import { vatRoundings } from '../accounting/accounting.ts'
import { findIntegration, type StoredIntegration, saveFacts } from '../integrations/integration-store.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import type { SecretBox } from '../lib/secrets.ts'
import { Known } from './posting.ts'
import type { Account } from './session.ts'
import { UnicontaSettings, unicontaType } from './settings.ts'

const StoredSentence = z.object({ key: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) })

/** A finding of Check set-up, stored as sentences so that each reader gets it in his language. */
export const Finding = z.object({
  key: z.string(),
  state: z.enum(['ok', 'warning', 'error', 'unknown']),
  title: StoredSentence,
  text: StoredSentence,
  where: StoredSentence.nullable(),
  link: z.string().nullable(),
})
export type Finding = z.infer<typeof Finding>

/** A number series there, as Check set-up read it. */
const SeriesThere = z.object({
  serie: z.string(),
  first: z.number().int().nullable(),
  last: z.number().int().nullable(),
  next: z.number().int(),
  prefix: z.string().nullable(),
})
const CoversFrom = z.object({ serial: z.number().int(), number: z.string() })
const Control = z.object({ number: z.number().int().nullable() })

/** Learned, never typed. Lost facts are learned again, by the first push or by Check set-up. */
export const Facts = z.object({
  /** In which labels are written; null until it was asked for. */
  language: z.enum(['en', 'da']).nullable().default(null),
  /** The user-defined field that takes the fax number, null where the company has none. Left out until it was asked for. */
  faxField: z.string().nullable().optional(),
  countries: z.record(z.string(), z.number()).default({}),
  dimensions: z.record(z.string(), z.string()).default({}),
  /** The series that gives invoices their numbers there, as Check set-up read it; null until then, or where none is named. */
  series: SeriesThere.nullable().default(null),
  /** Our next number when documents were first to be posted. Older ones are listed and never sent by themselves. */
  coversFrom: CoversFrom.nullable().default(null),
  /**
   * The document of the series that a look has to show to count, until one of ours is settled: the newest there before us. `number`
   * is null when a person said that the series is empty; the whole is null until somebody looked.
   */
  control: Control.nullable().default(null),
  /** The series that gives credit notes numbers of their own there. `isShown`: their rows name it; else a person said so. */
  creditNoteSerie: z.object({ serie: z.string(), isShown: z.boolean() }).nullable().default(null),
  /** As `series`, `coversFrom` and `control`, of our own series of credit notes. */
  creditNotesThere: SeriesThere.nullable().default(null),
  creditNotesFrom: CoversFrom.nullable().default(null),
  creditNoteControl: Control.nullable().default(null),
  /** How VAT was seen to be rounded there, which the setting of the company follows; left out until a document showed it. */
  vatRounding: z.enum(vatRoundings).optional(),
  /** Whether an order goes by itself when it is posted, as it asks to; left out until the first one was. */
  orderGoes: z.boolean().optional(),
  /** What the documents posted so far showed, each with when and by which one. */
  known: Known.default({}),
  report: z
    .object({ checkedAt: z.iso.datetime(), findings: z.array(Finding) })
    .nullable()
    .default(null),
})
export type Facts = z.infer<typeof Facts>

export type Connection = {
  id: string
  version: number
  settings: UnicontaSettings
  facts: Facts
  account: Account
}

export const secretPlace = (id: string) => `integration/${id}`

export async function findConnection(db: Db | Tx, box: SecretBox): Promise<Connection | undefined> {
  const stored = await findIntegration(db, unicontaType)
  return stored && toConnection(stored, box)
}

const Secrets = z.object({ password: z.string(), apiKey: z.string().nullable() })
/** After a restore without the secret key: the rest of the integration is good, and the password is typed again. */
const lost = { password: '', apiKey: null }

export function toConnection(stored: StoredIntegration, box: SecretBox): Connection {
  const settings = UnicontaSettings.parse(stored.settings)
  const opened = box.open(stored.secrets, secretPlace(stored.id))
  const secrets = opened === undefined ? lost : Secrets.parse(JSON.parse(opened))
  return {
    id: stored.id,
    version: stored.version,
    settings,
    facts: Facts.parse(stored.facts),
    account: {
      userName: settings.userName,
      password: secrets.password,
      apiKey: secrets.apiKey,
      companyId: settings.companyId,
    },
  }
}

export async function learn(db: Db | Tx, connection: Connection, facts: Partial<Facts>): Promise<void> {
  await saveFacts(db, connection, facts)
}
