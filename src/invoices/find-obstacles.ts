import type { Obstacle } from '../billing/hindrance.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import { checkTags, getTagIds } from '../tags/record-tags.ts'
import { creditObstacles, waitingObstacles } from './credit-obstacles.ts'
import { draftObstacles } from './draft-obstacles.ts'
import type { Drawn, LineToDraw } from './draw-up.ts'
import { countChangedSources, type InvoiceRecord } from './invoice-store.ts'
import { mismatchObstacles, periodObstacles, restoredObstacles } from './posting-gate.ts'
import { seriesObstacles } from './take-invoice-number.ts'

/** What keeps a draft, as it was drawn up, from being finalized, and what its author has to know. */
export async function findObstacles(db: Db | Tx, row: InvoiceRecord, drawn: Drawn<LineToDraw>): Promise<Obstacle[]> {
  const tagIds = await getTagIds(db, row.id)
  return [
    ...(await creditObstacles(db, row, drawn.lines, drawn.totals)),
    ...(await waitingObstacles(db, row)),
    ...(await seriesObstacles(db, row, drawn.series, drawn.invoicedOn)),
    ...(await restoredObstacles(db)),
    ...(await mismatchObstacles(db, drawn.series)),
    ...(await periodObstacles(db, row, drawn.series, drawn.invoicedOn)),
    ...draftObstacles({
      ...drawn,
      row,
      tagFaults: await checkTags(db, 'invoice', tagIds, tagIds),
      changedSources: await countChangedSources(db, row.id),
    }),
  ]
}
