import { useMutation, useQueryClient } from '@tanstack/react-query'
import { BooksComparison } from '../../src/uniconta/books.ts'
import { post } from '../api.ts'

export const comparisonPath = '/postings/comparison'

export function useAsk(name: 'look' | 'decide' | 'finish') {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: object) => post(`${comparisonPath}/${name}`, body, BooksComparison),
    onSuccess(answer) {
      queries.setQueryData([comparisonPath], answer)
      void queries.invalidateQueries({ queryKey: ['sync-status'] })
    },
  })
}
