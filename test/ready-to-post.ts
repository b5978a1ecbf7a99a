// A company that may post its first invoice: everything is right on both sides, until a test breaks something.
import { findConnection } from '../src/uniconta/connection.ts'
import { aCustomer, aProject, aTag, aTagGroup } from './builders.ts'
import { companyId, type DialogTest } from './dialog.ts'
import { done } from './invoicing-office.ts'

export type Shown = {
  key: string
  state: string
  title: string
  text: string
  where: string | null
  link: string | null
}

export type ReadyToPost = Awaited<ReturnType<typeof readyToPost>>

export async function readyToPost(t: DialogTest) {
  const put = (entity: string, row: Record<string, unknown>) => t.sandbox.put(companyId, entity, row)
  await done(t.admin.post('/accounting/standard-set', { country: 'DK' }))
  put('PaymentTermClient', { Payment: 'Netto0', Name: 'Netto 0 dage', Days: 0, PaymentMethod: 'Net days' })
  const { groupId, tagId } = await t.aCustomerGroup()
  const categories = await done(
    t.admin.post('/tag-groups', aTagGroup({ name: 'Category', objectKind: 'project', rule: 'exactly-one' })),
  )
  const category = await done(t.admin.post('/tags', aTag({ groupId: categories.id, name: 'On account', code: '90' })))
  const department = await done(t.admin.post('/departments', { number: '10', name: 'Advice', externalNumber: 'RAAD' }))
  const customer = await done(t.admin.post('/customers', aCustomer({ tagIds: [tagId] })))
  const project = await done(
    t.admin.post(
      '/projects',
      aProject({ customerId: customer.id, departmentId: department.id, tagIds: [category.id] }),
    ),
  )
  const dialog = {
    exportCustomers: true,
    customerGroupTagGroupId: groupId,
    exportProjects: true,
    exportInvoices: true,
    firstDocument: 'go',
    projectCategoryTagGroupId: categories.id as string,
    departmentDimension: 1,
    invoiceDepartment: 'project-department',
  }
  const saved = await done(t.save(dialog))

  const check = async (): Promise<Shown[]> => (await done(t.admin.post('/integrations/uniconta/check'))).checks

  async function aDraft(): Promise<{ id: string; version: number }> {
    const draft = await done(t.admin.post('/drafts', { projectId: project.id }))
    const line = { text: 'Advice', quantity: '1', unitPrice: '1000', version: draft.version }
    return done(t.admin.post(`/drafts/${draft.id}/lines`, line))
  }

  return {
    tagId,
    categories,
    category,
    customer,
    project,
    dialog,
    check,
    findings: async () => (await check()).filter(({ state }) => state !== 'ok'),
    find: async (key: string) => (await check()).find((one) => one.key === key),
    facts: async () => (await findConnection(t.db, t.uniconta.box))?.facts,
    put,
    remove: (entity: string, key: string) => t.sandbox.remove(companyId, entity, key),
    serie: (row: Record<string, unknown>) => put('NumberSerieClient', { Serie: 'AkkordInv', ...row }),
    settings(row: Record<string, unknown>) {
      const [stored] = t.sandbox.rows(companyId, 'CompanySettingsClient')
      return put('CompanySettingsClient', { RowId: stored?.RowId, ...row })
    },
    /** Saves the dialog anew; what is not named stays. */
    change: (fields: object) =>
      done(
        t.admin.put('/integrations/uniconta', {
          ...{ userName: 'akkord-server', companyId },
          ...dialog,
          ...fields,
          version: saved.version,
        }),
      ),
    aDraft,
    async bill() {
      const { id, version } = await aDraft()
      return done(t.admin.post(`/invoices/${id}/finalize`, { version }))
    },
  }
}
