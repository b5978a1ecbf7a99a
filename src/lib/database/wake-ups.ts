import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import type { Db, Tx } from './database.ts'

export type Listener = (payload: string) => void

/** Wakes whoever waits for something. A wake-up may be lost or come twice: the truth is in the tables, this only saves waiting. */
export type WakeUps = {
  notify(channel: string, payload: string): Promise<void>
  /** Resolves when the channel is listened to; the answer stops it. */
  listen(channel: string, listener: Listener): Promise<() => Promise<void>>
  /** Sends as a part of the transaction where the database can; undefined where the caller must do it after the commit. */
  sendInside(tx: Tx, channel: string, payload: string): Promise<unknown> | undefined
  close(): Promise<void>
}

type Warn = (sentence: string, error?: unknown) => void

const channelPattern = /^[a-z][a-z0-9_]{0,62}$/
const payloadLimitBytes = 7999
const pingEveryMs = 30_000
const answerLimitMs = 10_000

/** In process: LISTEN/NOTIFY does not pass PGlite's socket, and there is only one process. */
export function wakeUpsInProcess(warn: Warn): WakeUps {
  const listeners = new Listeners(warn)
  return {
    async notify(channel, payload) {
      mustBeSendable(channel, payload)
      setImmediate(() => listeners.call(channel, payload))
    },
    async listen(channel, listener) {
      mustBeSendable(channel, '')
      listeners.add(channel, listener)
      return async () => listeners.remove(channel, listener)
    },
    sendInside(_tx, channel, payload) {
      mustBeSendable(channel, payload)
      return undefined
    },
    async close() {
      listeners.clear()
    },
  }
}

/**
 * LISTEN/NOTIFY on a connection of its own, made anew when it breaks. After a break every listener is called once with an empty
 * payload, since a wake-up may have been missed.
 */
export function wakeUpsOnServer(db: Db, connection: pg.ClientConfig, warn: Warn): WakeUps {
  const listeners = new Listeners(warn)
  let client: Promise<pg.Client> | undefined
  let isClosed = false

  async function connect(isAgain: boolean): Promise<pg.Client> {
    for (let attempt = 1; ; attempt += 1) {
      if (isClosed) throw new Error('The database is closed.')
      const made = new pg.Client({
        ...connection,
        keepAlive: true,
        query_timeout: answerLimitMs,
        application_name: 'akkord wake-ups',
      })
      made.on('error', () => {})
      try {
        await made.connect()
        for (const channel of listeners.channels()) await made.query(`listen "${channel}"`)
        watch(made)
        if (isAgain) for (const channel of listeners.channels()) listeners.call(channel, '')
        return made
      } catch (error) {
        made.end().catch(() => {})
        if (attempt === 1) warn('Wake-ups from the database do not arrive; Akkord polls and goes on trying.', error)
        await wait(Math.min(200 * 2 ** attempt, 10_000) * (0.5 + Math.random()), undefined, { ref: false })
      }
    }
  }

  function watch(watched: pg.Client): void {
    watched.on('notification', ({ channel, payload }) => listeners.call(channel, payload ?? ''))
    // A peer that vanished without a word is only noticed by asking.
    const ping = setInterval(
      () => watched.query('select 1').catch(() => watched.end().catch(() => {})),
      pingEveryMs,
    ).unref()
    watched.once('end', () => {
      clearInterval(ping)
      if (isClosed) return
      client = connect(true)
      client.catch(() => {})
    })
  }

  return {
    async notify(channel, payload) {
      mustBeSendable(channel, payload)
      await db.execute(sql`select pg_notify(${channel}, ${payload})`)
    },
    async listen(channel, listener) {
      mustBeSendable(channel, '')
      const isFirst = !listeners.channels().includes(channel)
      listeners.add(channel, listener)
      client ??= connect(false)
      const connected = await client
      // If the connection has just broken, the next one listens to it.
      if (isFirst) await connected.query(`listen "${channel}"`).catch(() => {})
      return async () => listeners.remove(channel, listener)
    },
    sendInside(tx, channel, payload) {
      mustBeSendable(channel, payload)
      return tx.execute(sql`select pg_notify(${channel}, ${payload})`)
    },
    async close() {
      isClosed = true
      listeners.clear()
      const connected = await Promise.race([client?.catch(() => undefined), wait(500, undefined, { ref: false })])
      await connected?.end().catch(() => {})
    },
  }
}

function mustBeSendable(channel: string, payload: string): void {
  if (!channelPattern.test(channel))
    throw new Error(`"${channel}" cannot be a channel: use a-z, 0-9 and _, at most 63 signs.`)
  if (Buffer.byteLength(payload) > payloadLimitBytes)
    throw new Error(`A wake-up carries at most ${payloadLimitBytes} bytes; send an id.`)
}

class Listeners {
  readonly #byChannel = new Map<string, Set<Listener>>()
  readonly #warn: Warn

  constructor(warn: Warn) {
    this.#warn = warn
  }

  channels(): string[] {
    return [...this.#byChannel.keys()]
  }

  add(channel: string, listener: Listener): void {
    const known = this.#byChannel.get(channel) ?? new Set()
    this.#byChannel.set(channel, known.add(listener))
  }

  remove(channel: string, listener: Listener): void {
    this.#byChannel.get(channel)?.delete(listener)
  }

  call(channel: string, payload: string): void {
    for (const listener of this.#byChannel.get(channel) ?? []) {
      try {
        listener(payload)
      } catch (error) {
        this.#warn(`A listener of ${channel} failed.`, error)
      }
    }
  }

  clear(): void {
    this.#byChannel.clear()
  }
}
