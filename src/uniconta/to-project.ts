import { sayFrom } from '../lib/i18n/sentence.ts'
import { SyncFailure } from '../sync/failure.ts'
import type { Connection } from './connection.ts'
import { type Fields, toDate } from './fields.ts'
import { labelOf } from './phases.ts'
import type { Wanted } from './push-record.ts'
import type { ProjectRecord } from './records.ts'
import { standsThere } from './stands-there.ts'
import { codeOfOneTag } from './to-debtor.ts'
import { unicontaTexts } from './uniconta-texts.ts'

const say = sayFrom(unicontaTexts)

/** UC-26: the fields of the page, each with its place on the wire (docs/uniconta.md#project). */
export function toProjectFields(
  project: ProjectRecord,
  account: string,
  department: string | null,
  connection: Pick<Connection, 'settings' | 'facts'>,
): Fields {
  const phase = phaseLabel(project, connection)
  const dimension = connection.settings.departmentDimension
  return {
    Name: project.name,
    Account: account,
    ...(phase ? { Phase: phase } : {}),
    StartDate: toDate(project.startOn),
    EndDate: toDate(project.endOn),
    ...(dimension && department !== null ? { [`Dimension${dimension}`]: department } : {}),
  }
}

/** UC-27: by the table of the dialog; undefined leaves the phase there alone. */
function phaseLabel(project: ProjectRecord, { settings, facts }: Pick<Connection, 'settings' | 'facts'>) {
  const phase = settings.phases[project.state]
  return phase ? labelOf(phase, facts.language ?? 'en') : undefined
}

/** UC-30..32: the value of the department dimension, or null when the option leaves it out. */
export function departmentOf(
  project: ProjectRecord,
  settings: Connection['settings'],
  tagGroupName: string,
): string | null {
  if (!settings.departmentDimension || settings.projectDepartment === 'none') return null
  if (settings.projectDepartment === 'project-department') {
    if (!project.department) throw new SyncFailure('rejected', say('uniconta.noDepartment'))
    return project.department.externalNumber ?? project.department.number
  }
  return codeOfOneTag(
    project.tags,
    settings.projectDepartmentTagGroupId ?? '',
    tagGroupName,
    () => new SyncFailure('rejected', say('uniconta.noProjectTag', { group: tagGroupName })),
  )
}

/** `account` is the debtor's key there, which differs from the customer's number when a person linked the two. */
export function toWantedProject(
  project: ProjectRecord,
  account: string,
  connection: Connection,
  tagGroupName: string,
): Wanted {
  const department = departmentOf(project, connection.settings, tagGroupName)
  const dimension = connection.settings.departmentDimension
  const fields = toProjectFields(project, account, department, connection)
  return {
    kind: 'project',
    subject: project.id,
    entity: 'ProjectClient',
    keyField: 'Number',
    number: project.number,
    fields,
    alsoKnownBy: null,
    called: (key) => `project ${key}`,
    done: (number) => {
      const phase = connection.settings.phases[project.state]
      return phase && fields.Phase === undefined
        ? say('uniconta.phaseUnknown', { number, phase })
        : say('uniconta.projectIn', { number })
    },
    diagnose: async (calls) => {
      if (dimension && department !== null) {
        const stands = await standsThere(calls, `GLDimType${dimension}Client`, 'Dimension', department)
        const name = connection.facts.dimensions[dimension] ?? String(dimension)
        if (stands === 'no') return say('uniconta.dimensionMissing', { code: department, dimension: name })
      }
      if ((await standsThere(calls, 'DebtorClient', 'Account', account)) !== 'no') return undefined
      return say('uniconta.debtorMissing', { account, customer: `${project.customerNumber} ${project.customerName}` })
    },
  }
}
