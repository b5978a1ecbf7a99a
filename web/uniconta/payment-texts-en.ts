export const paymentTexts = {
  fields: { enabled: 'Enabled', paymentsFrom: 'Fetch payments from', atHour: 'Hour of the day', notes: 'Notes' },
  about:
    'Payments of customers that are booked in Uniconta make the invoices paid here. It signs in as the Uniconta integration does.',
  fromHint:
    'Payments of this day and later come in. One that was registered here by hand already, with the same amount, does not come in again.',
  atHourHint: 'Once a day at this hour, by the clock of the company.',
  last: (when: string) => `Last run ${when}.`,
  never: 'It has not run yet.',
  next: (when: string) => `Next run ${when}.`,
  off: 'It does not run: this entry or the Uniconta integration is off.',
  runNow: 'Run now',
  toPayments: 'Payments that came in',
  removeText: 'No payment is fetched any more. Those that came in stay.',
}
