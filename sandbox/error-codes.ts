// Names and numbers of error codes as published. Of the label texts only those of KeyExists are documented; the others are
// the sandbox's own wording in two languages, which is one more reason never to decide anything by reading them.
import type { Language } from './app-enums.ts'

type Code = readonly [number: number, english: string, danish: string]

export const errorCodes = {
  Succes: [0, 'Success', 'Succes'],
  NoRights: [2, 'No rights', 'Ingen rettigheder'],
  InvalidObject: [6, 'Invalid object', 'Ugyldigt objekt'],
  UserNotLoggedIn: [7, 'The user is not logged in', 'Brugeren er ikke logget ind'],
  UserIsBlocked: [8, 'The user is blocked', 'Brugeren er spærret'],
  UserOrPasswordIsWrong: [9, 'User or password is wrong', 'Bruger eller adgangskode er forkert'],
  UnknownAppIdent: [10, 'Unknown application key', 'Ukendt applikationsnøgle'],
  CouldNotFind: [18, 'The record could not be found', 'Posten kunne ikke findes'],
  AccountDoesNotExist: [20, 'The account does not exist', 'Kontoen findes ikke'],
  AccountIsMissing: [21, 'The account is missing', 'Kontoen mangler'],
  AccountIsBlocked: [22, 'The account is blocked', 'Kontoen er spærret'],
  AccountIsNotPostingAccount: [23, 'The account is not a posting account', 'Kontoen er ikke en bogføringskonto'],
  DimensionDoesNotExist: [24, 'The dimension does not exist', 'Dimensionen findes ikke'],
  FinancePeriodDoesNotExist: [26, 'The period does not exist', 'Perioden findes ikke'],
  FinancePeriodNotOpen: [27, 'The period is not open', 'Perioden er ikke åben'],
  NumberSerieDoesNotExist: [28, 'The number series does not exist', 'Nummerserien findes ikke'],
  NumberSerieIsBlocked: [29, 'The number series is blocked', 'Nummerserien er spærret'],
  VatTypeDoesNotExist: [31, 'The VAT code does not exist', 'Momskoden findes ikke'],
  VatCodeCannotBeUsedOnThisAccount: [
    32,
    'The VAT code cannot be used on this account',
    'Momskoden kan ikke bruges på denne konto',
  ],
  IdDoesNotExist: [35, 'The code does not exist', 'Koden findes ikke'],
  KeyIsEmpty: [39, 'The key is empty', 'Nøglen er tom'],
  KeyExists: [40, 'A key with the name already exists', 'Nøglen findes allerede'],
  FieldHasinvalidValue: [41, 'The field has an invalid value', 'Feltet har en ugyldig værdi'],
  FieldCannotBeBlank: [42, 'The field cannot be blank', 'Feltet må ikke være tomt'],
  NoRightsToDelete: [44, 'No rights to delete', 'Ingen rettigheder til at slette'],
  NoRightsToUpdate: [45, 'No rights to update', 'Ingen rettigheder til at rette'],
  NoRightsToInsert: [46, 'No rights to insert', 'Ingen rettigheder til at oprette'],
  CouldNotDeleteRecordThatIsReferred: [
    47,
    'The record is in use and could not be deleted',
    'Posten er i brug og kunne ikke slettes',
  ],
  DimensionIsMandatory: [48, 'The dimension is mandatory', 'Dimensionen skal udfyldes'],
  VoucherCannotBeZero: [49, 'The voucher cannot be zero', 'Bilagsnummeret må ikke være nul'],
  AccountHasMandatoryVat: [51, 'The account demands a VAT code', 'Kontoen kræver en momskode'],
  PaymentCannotBeEmpty: [53, 'The payment term cannot be empty', 'Betalingsbetingelsen må ikke være tom'],
  PrimaryKeyCannotBeChanged: [61, 'The key cannot be changed', 'Nøglen kan ikke ændres'],
  NoCompanyId: [72, 'There is no such company', 'Firmaet findes ikke'],
  MonthNotOpen: [77, 'The month is not open', 'Måneden er ikke åben'],
  CompanyIsDeactivated: [78, 'The company is deactivated', 'Firmaet er deaktiveret'],
  ProjectIsBlocked: [80, 'The project is blocked', 'Projektet er spærret'],
  PrCategoryCannotBeBlank: [81, 'The project category cannot be blank', 'Projektarten må ikke være tom'],
  PrCatRevenueAccountNotRevenue: [
    82,
    'The category is revenue but the account is not',
    'Arten er omsætning, men det er kontoen ikke',
  ],
  PrCatNotRevenueAccountRevenue: [
    83,
    'The category is not revenue but the account is',
    'Arten er ikke omsætning, men det er kontoen',
  ],
  NoLinesToUpdate: [84, 'There are no lines', 'Der er ingen linjer'],
  NoRightsToRunApp: [87, 'No rights to run the application', 'Ingen rettigheder til at køre programmet'],
  CannotUpdateRecord: [89, 'The record cannot be changed', 'Posten kan ikke rettes'],
  SequenceNumberError: [91, 'The number series is used up', 'Nummerserien er brugt op'],
  ServerIsBusy: [92, 'The server is busy', 'Serveren er optaget'],
  NumberIsUsedBefore: [94, 'The number has been used before', 'Nummeret er brugt før'],
  ProjectCannotBeBlank: [99, 'The project cannot be blank', 'Projektet må ikke være tomt'],
  // The names of these are known and their numbers are not; these are the sandbox's own.
  VatIsBlocked: [131, 'The VAT code is blocked', 'Momskoden er spærret'],
  DimensionIsBlocked: [132, 'The dimension is blocked', 'Dimensionen er spærret'],
} as const satisfies Record<string, Code>

export type ErrorCodeName = keyof typeof errorCodes

export function errorLabel(name: ErrorCodeName, language: Language): string {
  return errorCodes[name][language === 'english' ? 1 : 2]
}

export function findErrorCode(nameOrNumber: string): ErrorCodeName | undefined {
  const wanted = nameOrNumber.toLowerCase()
  const found = Object.entries(errorCodes).find(
    ([name, [number]]) => name.toLowerCase() === wanted || String(number) === wanted,
  )
  return found?.[0] as ErrorCodeName | undefined
}

/** A write or a read that Uniconta understands and refuses. `field` and `value` go into the text of GetLastError. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: ErrorCodeName
  readonly field: string | undefined
  readonly value: string | undefined

  constructor(code: ErrorCodeName, field?: string, value?: string) {
    super([code, field, value].filter(Boolean).join(' '))
    this.code = code
    this.field = field
    this.value = value
  }
}

/** A body that cannot be read as what it should be: no business error, the door itself refuses it. */
export class BadBody extends Error {
  override readonly name = 'BadBody'
}
