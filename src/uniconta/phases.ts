// A phase travels as its label in the language of the signed-in user, so both languages are known and the user's is written.
import type { Phase } from './settings.ts'

export type UserLanguage = 'en' | 'da'

/** The Danish label of Paused is not published, and a label that is not known there may become the first of the list. */
const labels: Record<Phase, { en: string; da?: string }> = {
  Created: { en: 'Created', da: 'Oprettet' },
  Offer: { en: 'Offer', da: 'Tilbud' },
  Accepted: { en: 'Accepted', da: 'Godkendt' },
  InProgress: { en: 'In progress', da: 'Igangværende' },
  Paused: { en: 'Paused' },
  ReportedAsFinished: { en: 'Reported as finished', da: 'Færdigmeldt projekt' },
  Completed: { en: 'Completed', da: 'Gennemført' },
}

const plain = (label: string) => label.toLowerCase().replace(/[^\p{L}]/gu, '')
const phaseOfLabel = new Map<string, Phase>()
for (const [phase, byLanguage] of Object.entries(labels) as [Phase, Record<string, string>][]) {
  phaseOfLabel.set(plain(phase), phase)
  for (const label of Object.values(byLanguage)) phaseOfLabel.set(plain(label), phase)
}

/** What a label there means; undefined for one that is not known, which is left alone. */
export function phaseOf(label: unknown): Phase | undefined {
  return typeof label === 'string' ? phaseOfLabel.get(plain(label)) : undefined
}

/** Undefined when the language's label is not known: then the phase there is left alone. */
export function labelOf(phase: Phase, language: UserLanguage): string | undefined {
  return labels[phase][language]
}
