import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/chromium.ts'

// As root Chromium only runs without its sandbox. The other flags: it speaks with nobody but Akkord.
const flags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--disable-gpu',
]
const executablePath = findChromium(process.env)

export default defineConfig({
  testDir: 'test/journeys',
  globalSetup: './test/journeys/build-first.ts',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'line',
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Copenhagen',
    screenshot: 'only-on-failure',
    actionTimeout: 60_000,
    launchOptions: { args: flags, ...(executablePath ? { executablePath } : {}) },
  },
})
