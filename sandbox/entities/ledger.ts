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

export const ledgerAccount: Entity = {
  name: 'GLAccountClient',
  key: 'Account',
  fields: {
    Account: text(20, required),
    Name: text(150),
    AccountType: label('AccountType', required),
    Vat: refers('GLVatClient'),
    PrCategory: refers('PrCategoryClient'),
    MandatoryCategory: bool(),
    MandatoryTax: text(30),
    Blocked: bool(),
    BlockedInJournal: bool(),
    Currency: label('Currency'),
    ExternalNo: text(20),
    StandardAccount: text(20),
    Balance: amount(readOnly),
    // 0 = not used, 1 = used, 2 = mandatory; the order is likely, not published.
    Dim1Parm: int(),
    Dim2Parm: int(),
    Dim3Parm: int(),
    Dim4Parm: int(),
    Dim5Parm: int(),
    ...dimensions,
  },
}

export const vatCode: Entity = {
  name: 'GLVatClient',
  key: 'Vat',
  fields: {
    Vat: text(20, required),
    Name: text(50),
    Account: refers('GLAccountClient', required),
    OffsetAccount: refers('GLAccountClient'),
    VatType: label('VatType'),
    Rate: amount(),
    Blocked: bool(),
  },
}

export const numberSerie: Entity = {
  name: 'NumberSerieClient',
  key: 'Serie',
  fields: {
    Serie: text(20, required),
    Name: text(30),
    FirstValue: int(),
    LastValue: int(),
    Next: int(),
    Prefix: text(10),
    Length: int(),
    Usage: label('SerieUsage'),
    Blocked: bool(),
    Manual: bool(),
    InUse: bool(readOnly),
  },
}

export const paymentTerm: Entity = {
  name: 'PaymentTermClient',
  key: 'Payment',
  fields: {
    Payment: text(20, required),
    Name: text(100),
    IsDefault: bool(),
    PaymentMethod: label('PaymentMethod'),
    Days: int(),
    EndOfMonth: bool(),
    GraceDays: int(),
    CashDiscountPct: amount(),
    CashDiscountDays: int(),
  },
}

export const dimensionValues: readonly Entity[] = [1, 2, 3, 4, 5].map((n) => ({
  name: `GLDimType${n}Client`,
  key: 'Dimension',
  fields: { Dimension: text(20, required), Name: text(100), Blocked: bool() },
}))

/** Periods: a year that is not open takes nothing; of an open one each month can be closed. */
export const financeYear: Entity = {
  name: 'CompanyFinanceYearClient',
  key: 'FromDate',
  fields: {
    FromDate: date(required),
    ToDate: date(required),
    Current: bool(),
    PeriodState: label('PeriodState'),
    /** A sign for each month from the first on: `O` open, `C` closed. The form is the sandbox's own. */
    PeriodStateMonth: text(24),
  },
}

/** How many CCY2 one CCY1 is. */
export const exchangeRate: Entity = {
  name: 'ExchangeRateClient',
  fields: {
    Date: date(required),
    CCY1: label('Currency'),
    CCY2: label('Currency'),
    Rate: amount(required),
  },
}

export const companySettings: Entity = {
  name: 'CompanySettingsClient',
  rowIdField: 'PrimaryKeyId',
  fields: {
    PrimaryKeyId: int(readOnly),
    SalesInvoice: int(),
    SalesOrder: int(),
    SalesOffer: int(),
    PackNote: int(),
    PurchaseOrder: int(),
    DebtorVoucherSerie: refers('NumberSerieClient'),
    CreditorVoucherSerie: refers('NumberSerieClient'),
    ProjectOrderVoucherSerie: refers('NumberSerieClient'),
    UseVoucherAsInvoice: bool(),
    ProjectDimFromTrans: bool(),
    GraceDays: int(),
    MaxPennyDif: amount(),
  },
}

export const company: Entity = {
  name: 'CompanyClient',
  rowIdField: 'PrimaryKeyId',
  fields: {
    PrimaryKeyId: int(readOnly),
    CompanyName: text(60, required),
    Id: text(20),
    VatNumber: text(20),
    Address1: text(40),
    Address2: text(40),
    Address3: text(40),
    Country: country(),
    Currency: label('Currency'),
    Phone: text(30),
    Email: text(60),
    Dim1: text(15),
    Dim2: text(15),
    Dim3: text(15),
    Dim4: text(15),
    Dim5: text(15),
    NDimensions: int(readOnly),
    LogTableChanges: bool(),
    Deactive: bool(),
    DimFromProject: bool(),
    UseQtyInLedger: bool(),
    InvoiceUseQtyNow: bool(),
    ProjOrderInvoice: bool(),
    DebtorAccountLen: int(),
    Invoices: int(readOnly),
    LastPosting: date(readOnly),
    LastInvoice: date(readOnly),
  },
}

/** Shows the signed-in user, so that a client can learn in which language labels will come. */
export const user: Entity = {
  name: 'UserClient',
  rowIdField: 'Userid',
  readOnly: true,
  fields: {
    Userid: int(readOnly),
    LoginId: text(60, readOnly),
    Name: text(60, readOnly),
    Email: text(100, readOnly),
    UserLanguage: label('UserLanguage', readOnly),
    DefaultCompany: int(readOnly),
    HasTwoFactor: bool(readOnly),
  },
}

/** The fields a company has defined itself; their values travel on the entity whose name ends in `User`. */
export const tableField: Entity = {
  name: 'TableFieldsClient',
  readOnly: true,
  fields: { TableNo: int(), Name: text(40), Prompt: text(50), Type: text(20), Length: int(), MultiLine: bool() },
}
