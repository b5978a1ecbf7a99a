import { useLocalStorage } from '@mantine/hooks'
import { useLanguage } from '../texts/texts.tsx'
import { type HoursStyle, hoursStyles, writeHours } from './hours.ts'

/** Hours as this person reads them. The choice is the browser's: it changes looks only. */
export function useHours(): {
  write: (minutes: number) => string
  style: HoursStyle
  setStyle: (style: HoursStyle) => void
} {
  const language = useLanguage()
  const [stored, setStyle] = useLocalStorage<HoursStyle>({ key: 'akkord.hours-style', defaultValue: 'decimal' })
  const style = hoursStyles.includes(stored) ? stored : 'decimal'
  return { write: (minutes) => writeHours(minutes, style, language), style, setStyle }
}
