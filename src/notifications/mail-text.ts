// What every mail of ours to a person looks like: a paragraph for each thing, the place of it below, and why he gets the mail.

/** Things of one mail; the rest is counted. */
export const mailLines = 20
const longestSubject = 200

type MailLine = {
  text: string
  /** An address, or words where nobody told the address of the application. */
  where: string
}

export function mailText(lines: readonly MailLine[], { more, footer }: { more: string | undefined; footer: string }) {
  const written = lines.map(({ text, where }) => `${oneLine(text)}\n${oneLine(where)}`)
  return [...written, ...(more === undefined ? [] : [more]), `-- \n${footer}`].join('\n\n')
}

export const mailSubject = (text: string): string => oneLine(text).slice(0, longestSubject)

/** A name that holds a line break would else begin a line of its own, and be taken for a link or a header. */
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
