import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

const aKey = 'a key for tests that is long enough'

function faultsOf(env: NodeJS.ProcessEnv): string[] {
  try {
    readConfig(env)
  } catch (error) {
    const [head, ...faults] = (error as Error).message.split('\n')
    expect(head).toEqual('Akkord does not start, since its settings are wrong:')
    return faults
  }
  return []
}

test('nothing has to be set', () => {
  expect(readConfig({ PATH: '/usr/bin' })).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataDir: resolve('data'),
    databaseUrl: undefined,
    unicontaUrl: 'https://api.uniconta.com',
    secretKey: undefined,
    administrator: undefined,
    mail: undefined,
    publicUrl: undefined,
    trustedProxies: 0,
    metricsToken: undefined,
    logLevel: 'info',
  })
})

test('an empty variable is as good as none, and every setting is taken over', () => {
  expect(readConfig({ PORT: '', DATA_DIR: ' ', DATABASE_URL: '' })).toMatchObject({ port: 3000 })
  const all = {
    PORT: '8080',
    HOST: '0.0.0.0',
    DATA_DIR: '/srv/akkord',
    DATABASE_URL: 'postgres://akkord@db/akkord',
    UNICONTA_URL: 'http://127.0.0.1:8090/',
    AKKORD_SECRET_KEY: aKey,
    AKKORD_ADMIN_EMAIL: 'anna@office.example',
    AKKORD_ADMIN_PASSWORD: 'correct horse',
    AKKORD_TRUSTED_PROXIES: '1',
    AKKORD_METRICS_TOKEN: 'sixteen letters!',
    SMTP_URL: 'smtps://mail.example',
    MAIL_FROM: 'Akkord <akkord@office.example>',
    PUBLIC_URL: 'https://akkord.example',
    LOG_LEVEL: 'warn',
  }
  expect(readConfig(all)).toEqual({
    port: 8080,
    host: '0.0.0.0',
    dataDir: '/srv/akkord',
    databaseUrl: 'postgres://akkord@db/akkord',
    unicontaUrl: 'http://127.0.0.1:8090',
    secretKey: aKey,
    administrator: { email: 'anna@office.example', password: 'correct horse' },
    mail: { smtpUrl: 'smtps://mail.example', from: 'Akkord <akkord@office.example>' },
    publicUrl: 'https://akkord.example',
    trustedProxies: 1,
    metricsToken: 'sixteen letters!',
    logLevel: 'warn',
  })
})

test.each([
  ['PORT', 'eighty', 'has to be a whole number from 1 to 65535.'],
  ['PORT', '3000.5', 'has to be a whole number from 1 to 65535.'],
  ['PORT', '65536', 'has to be a whole number from 1 to 65535.'],
  ['DATABASE_URL', 'mysql://db', 'has to be an address that begins with postgres:// or postgresql://.'],
  ['UNICONTA_URL', 'api.uniconta.com', 'has to be an address that begins with https:// or http://.'],
  ['AKKORD_SECRET_KEY', 'short', 'has to be at least 32 characters; make one with: openssl rand -base64 32.'],
  ['AKKORD_ADMIN_EMAIL', 'anna', 'has to be an e-mail address.'],
  ['AKKORD_ADMIN_PASSWORD', 'short', 'has to have 10 to 200 characters.'],
  ['AKKORD_TRUSTED_PROXIES', '-1', 'has to be a whole number from 0 to 10.'],
  ['AKKORD_METRICS_TOKEN', 'short', 'has to be at least 16 characters.'],
  ['SMTP_URL', 'mail.example', 'has to be an address that begins with smtp:// or smtps://.'],
  ['MAIL_FROM', '?', 'has to be who the mails are from, such as Akkord <akkord@office.example>.'],
  ['PUBLIC_URL', 'akkord.example', 'has to be an address that begins with https:// or http://.'],
  ['LOG_LEVEL', 'loud', 'has to be one of trace, debug, info, warn, error, fatal, silent.'],
])('%s cannot be "%s", and the fault says what it can be', (name, value, fault) => {
  expect(faultsOf({ [name]: value })).toContain(`- ${name} ${fault}`)
})

test('every fault is listed at once', () => {
  expect(faultsOf({ PORT: '0', LOG_LEVEL: 'loud', AKKORD_SECRET_KEY: 'short' })).toHaveLength(3)
})

test('a misspelt AKKORD_ name is refused, and those that exist are listed', () => {
  expect(faultsOf({ AKKORD_ADMIN_MAIL: 'anna@office.example' })).toEqual([
    '- AKKORD_ADMIN_MAIL is not a setting. There are AKKORD_SECRET_KEY, AKKORD_ADMIN_EMAIL, AKKORD_ADMIN_PASSWORD, AKKORD_TRUSTED_PROXIES, AKKORD_METRICS_TOKEN.',
  ])
})

test('a server needs the secret key, for every process has to open the same secrets', () => {
  const DATABASE_URL = 'postgres://akkord@db/akkord'
  expect(faultsOf({ DATABASE_URL })).toEqual([expect.stringContaining('AKKORD_SECRET_KEY is needed with DATABASE_URL')])
  expect(faultsOf({ DATABASE_URL, AKKORD_SECRET_KEY: aKey })).toEqual([])
})

test('what goes together is missed when half of it is there', () => {
  expect(faultsOf({ AKKORD_ADMIN_EMAIL: 'anna@office.example' })).toEqual([
    '- AKKORD_ADMIN_EMAIL and AKKORD_ADMIN_PASSWORD go together; one of them is missing.',
  ])
  expect(faultsOf({ MAIL_FROM: 'akkord@office.example' })).toEqual([
    '- SMTP_URL and MAIL_FROM go together; one of them is missing.',
  ])
})
