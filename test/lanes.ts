import { leaveLane, takeLane } from '../src/sync/lane.ts'
import { type Engine, runNextTask, takeOver } from '../src/sync/run-task.ts'
import type { TestApp } from './app.ts'

/** Works a lane of the app as a worker does, until nothing may run now. */
export async function runLane(app: TestApp, name: string): Promise<void> {
  const plan = app.plans.find((candidate) => candidate.name === name)
  const hold = plan && (await takeLane(app.db, name, app.now()))
  if (!plan || !hold) throw new Error(`The lane ${name} cannot be taken.`)
  const log = {
    info() {},
    warn() {},
    error: (facts: object, text: string) => void app.logged.push({ level: 'error', facts, text }),
  }
  const engine: Engine = { db: app.db, now: app.now, random: () => 0.5, log, onLogged: app.onLogged }
  await takeOver(engine, plan, hold)
  while (await runNextTask(engine, plan, hold));
  await leaveLane(app.db, hold, app.now())
  // The lane is free again from the next instant on.
  app.setNow(new Date(app.now().getTime() + 1))
}
