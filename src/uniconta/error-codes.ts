// Names and numbers of the vendor's ErrorCodes as published in its public library (2018; the list only grows at its end).
// Their spelling is theirs. Docs: docs/uniconta.md#error-codes.

const numbered: Record<number, string> = {
  0: 'Succes',
  1: 'NoSucces',
  2: 'NoRights',
  3: 'Exception',
  5: 'InvalidVersion',
  6: 'InvalidObject',
  7: 'UserNotLoggedIn',
  8: 'UserIsBlocked',
  9: 'UserOrPasswordIsWrong',
  10: 'UnknownAppIdent',
  11: 'CouldNotLoad',
  12: 'CouldNotLoadOriginal',
  13: 'CouldNotSave',
  14: 'CouldNotCreate',
  15: 'LineCountMismatch',
  16: 'RecordNotSelected',
  18: 'CouldNotFind',
  20: 'AccountDoesNotExist',
  21: 'AccountIsMissing',
  22: 'AccountIsBlocked',
  23: 'AccountIsNotPostingAccount',
  24: 'DimensionDoesNotExist',
  26: 'FinancePeriodDoesNotExist',
  27: 'FinancePeriodNotOpen',
  28: 'NumberSerieDoesNotExist',
  29: 'NumberSerieIsBlocked',
  31: 'VatTypeDoesNotExist',
  32: 'VatCodeCannotBeUsedOnThisAccount',
  35: 'IdDoesNotExist',
  39: 'KeyIsEmpty',
  40: 'KeyExists',
  41: 'FieldHasinvalidValue',
  42: 'FieldCannotBeBlank',
  43: 'FieldCannotBeChangedToNewValue',
  44: 'NoRightsToDelete',
  45: 'NoRightsToUpdate',
  46: 'NoRightsToInsert',
  47: 'CouldNotDeleteRecordThatIsReferred',
  48: 'DimensionIsMandatory',
  49: 'VoucherCannotBeZero',
  51: 'AccountHasMandatoryVat',
  53: 'PaymentCannotBeEmpty',
  60: 'SQLException',
  61: 'PrimaryKeyCannotBeChanged',
  62: 'CouldNotDeleteRecordThatHasTransactions',
  72: 'NoCompanyId',
  73: 'FileIsTooBig',
  76: 'RecordIsAlreadyDeleted',
  77: 'MonthNotOpen',
  78: 'CompanyIsDeactivated',
  80: 'ProjectIsBlocked',
  81: 'PrCategoryCannotBeBlank',
  82: 'PrCatRevenueAccountNotRevenue',
  83: 'PrCatNotRevenueAccountRevenue',
  84: 'NoLinesToUpdate',
  86: 'AppIdentBlocked',
  87: 'NoRightsToRunApp',
  88: 'SlowDown',
  89: 'CannotUpdateRecord',
  90: 'CannotDeleteRecord',
  91: 'SequenceNumberError',
  92: 'ServerIsBusy',
  93: 'ToManyCreatesInOneDay',
  94: 'NumberIsUsedBefore',
  96: 'DebtorIsStopped',
  99: 'ProjectCannotBeBlank',
}

const named = [
  'Success',
  'RecordExists',
  'NoChange',
  'IgnoreUpdate',
  'NoSubscription',
  'ArgumentMissing',
  'DimensionIsBlocked',
  'WorkspaceIsBlocked',
]

export const errorCodeNames = {
  byNumber: numbered,
  all: new Set([...Object.values(numbered), ...named]),
}

export const isRightsCode = (code: string | undefined) => code !== undefined && /^NoRights/.test(code)
/** Codes that say "later", not "no". */
export const isBusyCode = (code: string | undefined) =>
  code === 'SlowDown' || code === 'ServerIsBusy' || code === 'ToManyCreatesInOneDay'
/** Codes of a failure on their side: nobody refused anything, and whether it was done is not known. */
export const isTroubleCode = (code: string | undefined): code is string =>
  code === 'Exception' || code === 'SQLException'
