// PGlite has no Danish collation and servers differ, so names are sorted by a key that is stored beside them.

const letters: Record<string, string> = { æ: '{', ä: '{', ø: '|', ö: '|', å: '}' }

/**
 * A key that sorts as Danish and Norwegian do when compared byte by byte: case folded, accents dropped,
 * æ/ä, ø/ö and å/aa after z in that order (Retskrivningsordbogen §§ 2-3: aa in names sorts as å).
 */
export function sortKey(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('da')
    .replaceAll('aa', 'å')
    .replace(/[æäøöå]/g, (letter) => letters[letter] as string)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('þ', 'th')
    .replaceAll('ð', 'd')
    .trim()
}
