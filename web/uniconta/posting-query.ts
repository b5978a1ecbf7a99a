import { useQuery } from '@tanstack/react-query'
import { CreditNoteNumbers, PostingDetail, SeriesStandings } from '../../src/uniconta/posting.ts'
import { get } from '../api.ts'
import { isMoving } from '../sync/state-badge.tsx'

/** A document on its way; asked again while its badge moves. */
export const usePosting = (id: string) =>
  useQuery({
    queryKey: ['/postings', id],
    queryFn: () => get(`/postings/${id}`, PostingDetail),
    refetchInterval: ({ state: { data } }) => (data && isMoving(data.sync) ? 1_500 : false),
  })

/** Read there each time: not oftener than somebody wants to know. */
export const seriesQuery = {
  queryKey: ['posting-series'],
  queryFn: () => get('/postings/series', SeriesStandings),
  staleTime: 60_000,
  retry: false,
} as const

export const creditNotesQuery = {
  queryKey: ['/postings', 'credit-notes'],
  queryFn: () => get('/postings/credit-notes', CreditNoteNumbers),
  staleTime: 60_000,
  retry: false,
} as const
