// Every screen of a journey is looked at by axe, in the light and in the dark.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** The rules of `wcag` that look at colours: all that can differ between the light and the dark. */
const ofColours = ['color-contrast', 'link-in-text-block']
// As text, since it runs in the page, which knows names that the tests do not.
const findFaults = (runOnly: readonly string[]) =>
  `axe.run(document, { runOnly: ${JSON.stringify(runOnly)}, resultTypes: ['violations'] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.target + ' ' + node.failureSummary)))`
const widthBeyond = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

/** WCAG 2.2 AA as far as a program can see it, and no page that scrolls sideways. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  // The policy of the page forbids scripts that are not its own; this one comes from outside of the page.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe)
  for (const [colorScheme, rules] of [
    ['dark', wcag],
    ['light', ofColours],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await page.evaluate(findFaults(rules)), `${screen} in the ${colorScheme}`).toEqual([])
  }
  await expectNoSidewaysScroll(page, screen)
}

export async function expectNoSidewaysScroll(page: Page, screen: string): Promise<void> {
  expect(await page.evaluate(widthBeyond), `${screen} scrolls sideways`).toEqual(0)
}
