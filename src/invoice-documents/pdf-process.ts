// The process that makes PDFs with typst, one after the other. It knows no database and no settings; it ends with its parent.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { packageRoot } from '../lib/database/package-root.ts'

export type PdfWish = {
  /** As JSON: text stays text, whatever stands in it. */
  sheet: string
  logo: { content: Uint8Array; extension: 'png' | 'jpg' } | null
  /** Readers for the blind need tags; on thousands of lines they would be nine tenths of the file. */
  tagged: boolean
}
export type PdfAnswer = { pdf: Uint8Array; rssBytes: number } | { fault: string }

const assets = join(packageRoot, 'assets')
const fonts = join(assets, 'fonts')
const template = join(assets, 'invoice.typ')

const compiler = NodeCompiler.create({
  workspace: assets,
  fontArgs: [
    {
      fontBlobs: readdirSync(fonts)
        .filter((name) => name.endsWith('.ttf'))
        .sort()
        .map((name) => readFileSync(join(fonts, name))),
    },
  ],
})
let logos = 0

process.on('message', (wish: PdfWish) => process.send?.(answer(wish)))
process.on('disconnect', () => process.exit())

function answer(wish: PdfWish): PdfAnswer {
  try {
    const pdf = new Uint8Array(render(wish))
    // What the next document may share is kept: the template and how its captions were set.
    compiler.evictCache(2)
    return { pdf, rssBytes: process.memoryUsage.rss() }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}

function render({ sheet, logo, tagged }: PdfWish): Buffer {
  const name = logo && `logo-${++logos}.${logo.extension}`
  const place = name && join(assets, name)
  if (place) compiler.mapShadow(place, Buffer.from(logo.content))
  try {
    const compiled = compiler.compile({
      mainFilePath: template,
      inputs: { sheet, ...(name ? { logo: `/${name}` } : {}) },
    })
    const fault = compiled.takeError()
    if (fault) throw new Error(JSON.stringify(fault.shortDiagnostics))
    if (!compiled.result) throw new Error('typst made nothing and said nothing.')
    return compiler.pdf(compiled.result, { pdfTags: tagged })
  } finally {
    if (place) compiler.unmapShadow(place)
  }
}
