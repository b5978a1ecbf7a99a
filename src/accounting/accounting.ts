import { z } from 'zod'

/** Why a line bears VAT or none; the keys are UN/CEFACT 5305 in words. */
export const vatCategories = [
  'standard',
  'reverse-charge-domestic',
  'eu-services',
  'eu-goods',
  'export',
  'exempt',
  'outside',
  'zero',
] as const
export type VatCategory = (typeof vatCategories)[number]

/** VAT is rounded once per VAT code on the total, or on each line; the accounting system decides which. */
export const vatRoundings = ['code', 'line'] as const
export type VatRounding = (typeof vatRoundings)[number]

/** What a line sells; each has its own account, at home and abroad (UC-51). */
export const productTypes = ['hours', 'expenses', 'products'] as const
export type ProductType = (typeof productTypes)[number]
export const ProductTypeName = z.enum(productTypes)

/**
 * How the payment id is built and shown: none (the invoice number stands for it, UC-43), Danish FIK, Norwegian KID, Swedish OCR,
 * Finnish viite, the international RF reference, or the digits of the format alone.
 */
export const paymentIdKinds = [
  'none',
  'fik71',
  'fik73',
  'fik75',
  'giro04',
  'giro15',
  'giro01',
  'kid',
  'ocr',
  'ocr-length',
  'viite',
  'rf',
  'plain',
] as const
export type PaymentIdKind = (typeof paymentIdKinds)[number]
