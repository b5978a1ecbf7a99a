// Two keys are stored beside the number of a record: one that makes it unique, one that sorts 9 before 10.

/** Numbers that differ only in case are the same number. */
export function numberKey(number: string): string {
  return number.normalize('NFC').toLowerCase()
}

/** Sorts digits by their value when compared byte by byte: P9 comes before P10. */
export function numberSortKey(number: string): string {
  return numberKey(number).replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(20, '0'))
}
