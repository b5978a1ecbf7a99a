// Setup > Settings > Integrations: which types exist, and how the saved ones stand. The connectors bring their own dialogs.
import { z } from 'zod'
import { findTimeZone } from '../company/company-store.ts'
import type { Db } from '../lib/database/database.ts'
import { type Api, endpoint } from '../lib/http.ts'
import { type Language, type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import type { Clock } from '../lib/ids.ts'
import { listLaneStatus } from '../sync/lane-status.ts'
import type { LaneStatus } from '../sync/log-entry.ts'
import { IntegrationRow, IntegrationType } from './integration.ts'
import { listIntegrations, type StoredIntegration } from './integration-store.ts'
import { integrationTexts } from './integration-texts.ts'

const say = sayFrom(integrationTexts)

/** What a connector tells about itself for the lists. */
export type Connector = {
  type: string
  /** The other system's name, shown as it is. */
  name: string
  description: Sentence
  keywords: readonly string[]
  lane: string
  /** Whether it can be connected now; left out where it always can. A saved one is shown in any case. */
  isOffered?(db: Db): Promise<boolean>
  /** What one integration is connected with, and how much of today's free calls it has used. */
  describe(
    db: Db,
    stored: StoredIntegration,
  ): Promise<{ account: string; enabled: boolean; callsToday: number; callsFree: number }>
}

export function mountIntegrationRoutes(api: Api, db: Db, now: Clock, connectors: readonly Connector[]): void {
  endpoint(
    api,
    {
      method: 'get',
      path: '/integration-types',
      permission: 'view integrations',
      tag: 'Integrations',
      summary: 'What can be connected',
      answer: z.object({ items: z.array(IntegrationType) }),
    },
    async ({ language }) => {
      const stored = await listIntegrations(db)
      const items: z.infer<typeof IntegrationType>[] = []
      for (const { type, name, description, keywords, isOffered } of connectors) {
        const existingId = stored.find((row) => row.type === type)?.id ?? null
        if (existingId === null && isOffered && !(await isOffered(db))) continue
        items.push({
          ...{ type, name, existingId, keywords: [...keywords] },
          description: api.phrase(description, language),
        })
      }
      return { items }
    },
  )

  endpoint(
    api,
    {
      method: 'get',
      path: '/integrations',
      permission: 'view integrations',
      tag: 'Integrations',
      summary: 'The saved integrations and how each stands',
      answer: z.object({ items: z.array(IntegrationRow) }),
    },
    async ({ language }) => {
      const reader = { phrase: api.phrase, language, timeZone: await findTimeZone(db), now: now() }
      const lanes = await listLaneStatus(db, reader)
      const rows = (await listIntegrations(db)).flatMap((stored) => {
        const connector = connectors.find(({ type }) => type === stored.type)
        return connector
          ? [
              rowOf(
                stored,
                connector,
                lanes.find(({ lane }) => lane === connector.lane),
                language,
              ),
            ]
          : []
      })
      return { items: await Promise.all(rows) }
    },
  )

  async function rowOf(
    stored: StoredIntegration,
    connector: Connector,
    lane: LaneStatus | undefined,
    language: Language,
  ): Promise<IntegrationRow> {
    const { account, enabled, callsToday, callsFree } = await connector.describe(db, stored)
    const state = !enabled
      ? 'off'
      : lane?.state === 'paused'
        ? 'paused'
        : lane?.state === 'trouble'
          ? 'trouble'
          : 'working'
    return {
      id: stored.id,
      type: stored.type,
      name: connector.name,
      account,
      enabled,
      version: stored.version,
      state,
      text: enabled && lane ? lane.text : api.phrase(say('integration.off'), language),
      waiting: lane?.waiting ?? 0,
      failed: lane?.failed ?? 0,
      callsToday,
      callsFree,
    }
  }
}
