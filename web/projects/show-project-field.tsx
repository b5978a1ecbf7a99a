import { useQuery } from '@tanstack/react-query'
import { Customer } from '../../src/customers/customer.ts'
import type { ProjectState } from '../../src/projects/project.ts'
import { get } from '../api.ts'
import { useDepartments } from '../departments/departments-query.ts'
import { TagChips } from '../tags/tag-chips.tsx'
import { useTexts } from '../texts/texts.tsx'
import { useFormat } from '../ui/format.ts'
import type { ShowField } from '../ui/show-value.tsx'
import { useUsers } from '../users/users-query.ts'

/** The fields of a project in words, in the history and after a lost update. */
export function useShowProjectField(): ShowField {
  const { projects } = useTexts()
  const format = useFormat()
  const users = useUsers()
  const departments = useDepartments()
  return (field, value) => {
    const text = String(value)
    if (field === 'state') return projects.states[text as ProjectState]
    if (field === 'startOn' || field === 'endOn') return format.day(text)
    if (field === 'countryCode') return format.country(text)
    if (field === 'ownerId') return users.byId.get(text)?.name
    if (field === 'departmentId') return departments.byId.get(text)?.name
    if (field === 'customerId') return <CustomerName id={text} />
    if (field === 'tagIds' && Array.isArray(value)) return <TagChips objectKind="project" ids={value} />
    return undefined
  }
}

function CustomerName({ id }: { id: string }) {
  const { data } = useQuery({ queryKey: ['/customers', id], queryFn: () => get(`/customers/${id}`, Customer) })
  return data ? `${data.number} ${data.name}` : null
}
