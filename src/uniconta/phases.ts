// A phase travels as its label in the language of the signed-in user, so both languages are known and the user's is written.
import type { Phase } from './settings.ts'

export type UserLanguage = 'en' | 'da'

const labels: Record<Phase, Record<UserLanguage, string>> = {
  Created: { en: 'Created', da: 'Oprettet' },
  Offer: { en: 'Offer', da: 'Tilbud' },
  Accepted: { en: 'Accepted', da: 'Godkendt' },
  InProgress: { en: 'In progress', da: 'Igangværende' },
  Paused: { en: 'Paused', da: 'Pauseret' },
  ReportedAsFinished: { en: 'Reported as finished', da: 'Færdigmeldt projekt' },
  Completed: { en: 'Completed', da: 'Gennemført' },
}

const plain = (label: string) => label.toLowerCase().replace(/[^\p{L}]/gu, '')
const phaseOfLabel = new Map<string, Phase>()
for (const [phase, byLanguage] of Object.entries(labels) as [Phase, Record<UserLanguage, string>][]) {
  phaseOfLabel.set(plain(phase), phase)
  for (const label of Object.values(byLanguage)) phaseOfLabel.set(plain(label), phase)
}

/** What a label there means; undefined for one that is not known, which is left alone. */
export function phaseOf(label: unknown): Phase | undefined {
  return typeof label === 'string' ? phaseOfLabel.get(plain(label)) : undefined
}

export function labelOf(phase: Phase, language: UserLanguage): string {
  return labels[phase][language]
}
