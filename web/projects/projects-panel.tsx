export function ProjectsPanel(_props: { customerId: string }) {
  return null
}
