export function ContactsPanel(_props: { customerId: string }) {
  return null
}
