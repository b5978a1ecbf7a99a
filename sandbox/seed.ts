// The books of the first day: two companies with accounts, codes and series, and some customers and projects to look at.
import { putByHand } from './by-hand.ts'
import { seedCodes } from './seed-codes.ts'
import { seedPeriods } from './seed-periods.ts'
import type { World } from './world.ts'

const seedCompany = 12345
const secondCompany = 12346

export function seedEmptyCompany(world: World): void {
  world.books.together(true, () => {
    const company = { Country: 57, Currency: 'DKK', City: 'Aarhus' }
    insertCompany(world, seedCompany, { ...company, CompanyName: 'Nordlys Rådgivning ApS (prøve)', Id: '12345674' })
    insertCompany(world, secondCompany, { ...company, CompanyName: 'Sydvind Byg ApS (prøve)', Id: '87654320' })
    putByHand(world, seedCompany, 'TableFieldsClient', {
      entity: 'DebtorClient',
      TableNo: 1,
      Name: 'Fax',
      Prompt: 'Fax',
      Type: 'String',
      Length: 20,
    })
  })
}

export function seedBooks(world: World): void {
  seedEmptyCompany(world)
  world.books.together(true, () => {
    const put = (entity: string, row: Record<string, unknown>) => putByHand(world, seedCompany, entity, row)
    const at = { Country: 57, Group: 'Indland', Currency: 'DKK', Payment: 'Netto8', VatZone: 'Domestic' }
    put('DebtorClient', {
      ...at,
      Account: '1001',
      Name: 'Fjordbyens Arkitekter A/S',
      CompanyRegNo: '11223344',
      Address1: 'Havnegade 4',
      ZipCode: '8000',
      City: 'Aarhus C',
    })
    put('DebtorClient', {
      ...at,
      Account: '1002',
      Name: 'Skovsgaard Maskinværk ApS',
      CompanyRegNo: '22334455',
      Address1: 'Industrivej 12',
      ZipCode: '7400',
      City: 'Herning',
    })
    put('DebtorClient', {
      ...at,
      Account: '1003',
      Name: 'Lindqvist & Söner AB',
      Country: 208,
      Group: 'EU',
      VatZone: 'EU member',
      VatNumber: 'SE556677889901',
      City: 'Malmö',
    })
    put('ProjectClient', { Number: 'P-100', Name: 'Ny havnefront, skitser', Account: '1001', Group: 'Standard' })
    put('ProjectClient', {
      Number: 'P-101',
      Name: 'Vedligehold 2026',
      Account: '1002',
      Group: 'Standard',
      Phase: 'In progress',
    })
  })
}

function insertCompany(world: World, id: number, row: Record<string, unknown>): void {
  const dimensions = { Dim1: 'Afdeling', Dim2: 'Bærer', NDimensions: 2 }
  putByHand(world, id, 'CompanyClient', { ...row, ...dimensions, RowId: id })
  const put = (entity: string, code: Record<string, unknown>) => putByHand(world, id, entity, code)
  seedCodes(put, { isReady: id === seedCompany, withTermOfNoDays: world.switches.paymentTermOfNoDays })
  seedPeriods(world, id)
}
