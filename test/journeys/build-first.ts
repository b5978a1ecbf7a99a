import { build } from '../../scripts/build.mjs'

/** The journeys run what `npm start` runs. */
export default function buildFirst(): void {
  build('server')
  build('web')
}
