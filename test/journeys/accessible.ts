// Every screen of a journey is looked at by axe, in the light and in the dark.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
// As text, since it runs in the page, which knows names that the tests do not.
const findFaults = `axe.run(document, { runOnly: ${JSON.stringify(wcag)} }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.target + ' ' + node.failureSummary)))`
const widthBeyond = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

/** WCAG 2.2 AA as far as a program can see it, and no page that scrolls sideways. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // The policy of the page forbids scripts that are not its own; this one comes from outside of the page.
    await page.evaluate(axe)
    expect(await page.evaluate(findFaults), `${screen} in the ${colorScheme}`).toEqual([])
  }
  await expectNoSidewaysScroll(page, screen)
}

export async function expectNoSidewaysScroll(page: Page, screen: string): Promise<void> {
  expect(await page.evaluate(widthBeyond), `${screen} scrolls sideways`).toEqual(0)
}
