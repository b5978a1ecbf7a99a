// List fields travel as their label in the language of the signed-in user; docs/uniconta.md#labels.

const plain = (label: string) => label.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** From a label there, in English or Danish, to what it means here. Undefined for one that is not known, which may mean anything. */
export function labelReader<T extends string>(labels: Record<T, readonly string[]>): (label: unknown) => T | undefined {
  const meanings = new Map<string, T>()
  for (const [meaning, names] of Object.entries(labels) as [T, readonly string[]][])
    for (const name of names) meanings.set(plain(name), meaning)
  return (label) => meanings.get(plain(String(label ?? '')))
}
