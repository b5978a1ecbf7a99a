import {
  amount,
  bool,
  country,
  date,
  dimensions,
  type Entity,
  int,
  label,
  readOnly,
  refers,
  required,
  text,
} from './field.ts'

const address = {
  Name: text(100),
  Address1: text(60),
  Address2: text(60),
  Address3: text(60),
  ZipCode: text(12),
  City: text(30),
  Country: country(),
  /** Blank unless set by hand: the vendor's list of names is not published. */
  CountryName: text(60, readOnly),
}

const delivery = {
  DeliveryAddress1: text(60),
  DeliveryAddress2: text(60),
  DeliveryAddress3: text(60),
  DeliveryZipCode: text(12),
  DeliveryCity: text(30),
  DeliveryCountry: country(),
  DeliveryContactPerson: text(50),
  DeliveryPhone: text(30),
  DeliveryContactEmail: text(200),
}

/** What customers and suppliers have in common. */
const partner = {
  CompanyRegNo: text(20, { noBlanks: true }),
  VatNumber: text(20),
  Currency: label('Currency'),
  Payment: refers('PaymentTermClient'),
  VatZone: label('VatZone'),
  Vat: refers('GLVatClient'),
  PostingAccount: refers('GLAccountClient'),
  Blocked: bool(),
  ContactPerson: text(50),
  ContactEmail: text(200),
  InvoiceEmail: text(200),
  Phone: text(30),
  MobilPhone: text(30),
  EAN: text(13),
  Www: text(100),
  OurAccount: text(20),
  RefInPayment: text(30),
  EndDiscountPct: amount(),
  Employee: refers('EmployeeClient'),
  UserLanguage: label('UserLanguage'),
  LayoutGroup: text(20),
  PriceList: text(20),
  SWIFT: text(11),
  EORI: text(20),
  Created: date(),
  LastInvoice: date(),
  CurBalance: amount(readOnly),
  Overdue: amount(readOnly),
  ...delivery,
  ...dimensions,
}

export const debtor: Entity = {
  name: 'DebtorClient',
  key: 'Account',
  autoNumberFrom: { field: 'Group', series: 'AutoNumber' },
  defaultsTo: ['Group'],
  fields: {
    Account: text(20, required),
    Group: refers('DebtorGroupClient', required),
    ...address,
    ...partner,
    DeliveryName: text(60),
    InvoiceAccount: refers('DebtorClient'),
    InvoiceInXML: text(30),
    EmailDocuments: bool(),
    PricesInclVat: bool(),
    CreditMax: amount(),
    BankAccount: text(50),
  },
}

export const creditor: Entity = {
  name: 'CreditorClient',
  key: 'Account',
  autoNumberFrom: { field: 'Group', series: 'AutoNumber' },
  defaultsTo: ['Group'],
  fields: {
    Account: text(20, required),
    Group: refers('CreditorGroupClient', required),
    ...address,
    ...partner,
    DeliveryName: text(60),
    InvoiceAccount: refers('CreditorClient'),
    PrCategory: refers('PrCategoryClient'),
    PaymentMethod: text(30),
    PaymentId: text(50),
  },
}

const vatZones = ['', '1', '2', '3', '4']

export const debtorGroup: Entity = {
  name: 'DebtorGroupClient',
  key: 'Group',
  fields: {
    Group: text(20, required),
    Name: text(40),
    IsDefault: bool(),
    SummeryAccount: refers('GLAccountClient', required),
    // One account and one VAT code for each VAT zone, in the order of the zones.
    ...Object.fromEntries(
      vatZones.map((n) => [`RevenueAccount${n}`, refers('GLAccountClient', n === '' ? required : {})]),
    ),
    ...Object.fromEntries(vatZones.map((n) => [`SalesVat${n}`, refers('GLVatClient')])),
    ...Object.fromEntries(vatZones.map((n) => [`SalesVatOpr${n}`, text(20)])),
    UseFirstIfBlank: bool(),
    RevenueFollowDC: text(30),
    AutoNumber: refers('NumberSerieClient'),
    InvoiceSerie: refers('NumberSerieClient'),
    MandatoryItem: bool(),
    EndDiscountAccount: refers('GLAccountClient'),
    LayoutGroup: text(20),
    PriceList: text(20),
    PriceGroup: int(),
  },
}

export const creditorGroup: Entity = {
  name: 'CreditorGroupClient',
  key: 'Group',
  fields: {
    Group: text(10, required),
    Name: text(30),
    IsDefault: bool(),
    SummeryAccount: refers('GLAccountClient', required),
    PurchaseAccount: refers('GLAccountClient', required),
    AutoNumber: refers('NumberSerieClient'),
  },
}
