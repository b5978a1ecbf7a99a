// A small chart of accounts with everything a project business refers to.

type Put = (entity: string, row: Record<string, unknown>) => unknown

export function seedCodes(
  put: Put,
  { isReady, withTermOfNoDays }: { isReady: boolean; withTermOfNoDays: boolean },
): void {
  for (const [Account, Name, AccountType, Vat] of accounts) put('GLAccountClient', { Account, Name, AccountType, Vat })
  for (const [Vat, Name, Rate, VatType] of vatCodes)
    put('GLVatClient', { Vat, Name, Rate, VatType, Account: VatType === 'Sales' ? '6902' : '6903' })
  for (const serie of series) put('NumberSerieClient', serie)
  for (const [Payment, Name, Days] of terms) {
    const PaymentMethod = Days === 0 ? 'Net cash' : 'Net days'
    if (Days > 0 || withTermOfNoDays)
      put('PaymentTermClient', { Payment, Name, Days, PaymentMethod, IsDefault: Days === 8 })
  }
  for (const [Dimension, Name] of departments) put('GLDimType1Client', { Dimension, Name })
  for (const [Dimension, Name] of bearers) put('GLDimType2Client', { Dimension, Name })
  for (const group of debtorGroups) put('DebtorGroupClient', { SummeryAccount: '5600', ...revenue, ...group })
  put('CreditorGroupClient', {
    Group: 'Indland',
    Name: 'Leverandører',
    IsDefault: true,
    SummeryAccount: '5700',
    PurchaseAccount: '2010',
  })
  for (const group of projectGroups) put('ProjectGroupClient', { ...workInProgress, ...group })
  for (const [number, Name, CatType, Account] of categories) {
    put('PrCategoryClient', { Number: number, Name, CatType, Account, Invoiceable: true, IsDefault: number === '90' })
  }
  put('EmployeeClient', {
    Number: '1',
    Name: 'Karla Nordlys',
    Email: 'karla@example.com',
    CostPrice: 450,
    SalesPrice: 950,
  })
  put('EmployeeClient', {
    Number: '2',
    Name: 'Villy Storm',
    Email: 'villy@example.com',
    CostPrice: 400,
    SalesPrice: 850,
  })
  // Only the first company is set up as the integration asks for: the number of an invoice is that of its voucher.
  put('CompanySettingsClient', {
    SalesInvoice: isReady ? 1001 : 1,
    SalesOrder: 1,
    DebtorVoucherSerie: isReady ? 'AkkordInv' : 'Salg',
    UseVoucherAsInvoice: isReady,
    CreditorVoucherSerie: 'Koeb',
    MaxPennyDif: 0.05,
  })
}

const accounts: readonly (readonly [string, string, string, string?])[] = [
  ['1000', 'Omsætning', 'Header'],
  ['1010', 'Salg af timer', 'Revenue', 'U25'],
  ['1020', 'Viderefakturerede udlæg', 'Revenue', 'U25'],
  ['1030', 'Salg af produkter', 'Revenue', 'U25'],
  ['1110', 'Salg af timer, EU', 'Revenue', 'UEU'],
  ['1120', 'Viderefakturerede udlæg, EU', 'Revenue', 'UEU'],
  ['1130', 'Salg af produkter, EU', 'Revenue', 'UEU'],
  ['1210', 'Salg uden for EU', 'Revenue', 'UEXP'],
  ['1310', 'Momsfrit salg', 'Revenue', 'UFRI'],
  ['1980', 'Rykkergebyrer', 'Revenue'],
  ['1985', 'Kursdifferencer', 'Revenue'],
  ['1990', 'Omsætning i alt', 'Sum'],
  ['2010', 'Direkte omkostninger', 'Cost'],
  ['2020', 'Udlæg', 'Cost'],
  ['5600', 'Debitorer', 'Debtor'],
  ['5700', 'Kreditorer', 'Creditor'],
  ['5820', 'Bank', 'Bank'],
  ['6300', 'Igangværende arbejder', 'Asset'],
  ['6902', 'Salgsmoms', 'Balance sheet'],
  ['6903', 'Købsmoms', 'Balance sheet'],
  ['6904', 'Momsafrunding', 'Balance sheet'],
]

const vatCodes = [
  ['U25', 'Salgsmoms 25 %', 25, 'Sales'],
  ['UEU', 'Ydelser til EU', 0, 'Sales'],
  ['UEXP', 'Eksport uden for EU', 0, 'Sales'],
  ['UFRI', 'Momsfrit salg', 0, 'Sales'],
  ['UOMV', 'Omvendt betalingspligt', 0, 'Sales'],
  ['I25', 'Købsmoms 25 %', 25, 'Purchase'],
] as const

const series = [
  { Serie: 'AkkordInv', Name: 'Fakturaer fra Akkord', FirstValue: 1001, LastValue: 999999, Next: 1001 },
  { Serie: 'Salg', Name: 'Salgsbilag', FirstValue: 20001, LastValue: 29999, Next: 20001 },
  { Serie: 'Koeb', Name: 'Købsbilag', FirstValue: 30001, LastValue: 39999, Next: 30001 },
  { Serie: 'Kreditnota', Name: 'Kreditnotaer', FirstValue: 50001, LastValue: 59999, Next: 50001 },
  { Serie: 'Finans', Name: 'Finansbilag', FirstValue: 40001, LastValue: 49999, Next: 40001 },
  { Serie: 'Debitor', Name: 'Kundenumre', FirstValue: 90001, LastValue: 99999, Next: 90001, Usage: 'Key generation' },
  { Serie: 'Spaerret', Name: 'Lukket serie', FirstValue: 1, LastValue: 9, Next: 9, Blocked: true },
]

const terms = [
  ['Kontant', 'Netto kontant', 0],
  ['Netto8', 'Netto 8 dage', 8],
  ['Netto14', 'Netto 14 dage', 14],
  ['Netto30', 'Netto 30 dage', 30],
] as const

const departments = [
  ['RAAD', 'Rådgivning'],
  ['PROJ', 'Projektledelse'],
  ['ADM', 'Administration'],
] as const

const bearers = [
  ['BOLIG', 'Boliger'],
  ['ERHV', 'Erhverv'],
] as const

const revenue = {
  RevenueAccount: '1010',
  RevenueAccount1: '1110',
  RevenueAccount2: '1210',
  RevenueAccount3: '1310',
  RevenueAccount4: '1310',
  SalesVat: 'U25',
  SalesVat1: 'UEU',
  SalesVat2: 'UEXP',
  SalesVat3: 'UFRI',
  SalesVat4: 'UFRI',
  SalesVatOpr: '1',
  SalesVatOpr1: '3',
  SalesVatOpr2: '4',
}

const debtorGroups = [
  { Group: 'Indland', Name: 'Danske kunder', IsDefault: true },
  { Group: 'EU', Name: 'Kunder i EU' },
  { Group: 'Udland', Name: 'Kunder uden for EU' },
  { Group: 'Offentlig', Name: 'Stat, regioner og kommuner' },
  { Group: 'Auto', Name: 'Får nummer af serien', AutoNumber: 'Debitor' },
]

const workInProgress = { WorkInProgress: '6300', Materials: '2010' }

const projectGroups = [
  { Group: 'Standard', Name: 'Fakturerbare projekter', IsDefault: true, Invoiceable: true },
  { Group: 'Fastpris', Name: 'Fastprisprojekter', Invoiceable: true },
  { Group: 'Internt', Name: 'Interne projekter' },
]

const categories = [
  ['10', 'Omsætning', 'Revenue', '1010'],
  ['20', 'Materialer', 'Materials', '2010'],
  ['30', 'Fremmed arbejde', 'External work', '2010'],
  ['40', 'Timer', 'Labour', '2010'],
  ['50', 'Udlæg', 'Expenses', '2020'],
  ['90', 'Aconto fra Akkord', 'On account invoicing', '1010'],
] as const
