// Customers, contacts and projects, and what belongs to a project.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { listSearch } from '../ui/list-search.ts'
import { root } from './root.ts'
import { forNewProject, ofCustomer } from './search.ts'

const customers = createRoute({
  getParentRoute: () => root,
  path: '/customers',
  validateSearch: listSearch('status', 'relation', 'country', 'tag', 'syncState'),
  component: lazyRouteComponent(() => import('../customers/customer-list.tsx'), 'CustomerList'),
})
const newCustomer = createRoute({
  getParentRoute: () => root,
  path: '/customers/new',
  component: lazyRouteComponent(() => import('../customers/customer-edit.tsx'), 'NewCustomer'),
})
const customer = createRoute({
  getParentRoute: () => root,
  path: '/customers/$id',
  component: lazyRouteComponent(() => import('../customers/customer-page.tsx'), 'CustomerPage'),
})
const editCustomer = createRoute({
  getParentRoute: () => root,
  path: '/customers/$id/edit',
  component: lazyRouteComponent(() => import('../customers/customer-edit.tsx'), 'EditCustomer'),
})
const contacts = createRoute({
  getParentRoute: () => root,
  path: '/contacts',
  validateSearch: listSearch('customer', 'active'),
  component: lazyRouteComponent(() => import('../contacts/contact-list.tsx'), 'ContactList'),
})
const newContact = createRoute({
  getParentRoute: () => root,
  path: '/contacts/new',
  validateSearch: ofCustomer,
  component: lazyRouteComponent(() => import('../contacts/contact-edit.tsx'), 'NewContact'),
})
const contact = createRoute({
  getParentRoute: () => root,
  path: '/contacts/$id',
  component: lazyRouteComponent(() => import('../contacts/contact-page.tsx'), 'ContactPage'),
})
const editContact = createRoute({
  getParentRoute: () => root,
  path: '/contacts/$id/edit',
  component: lazyRouteComponent(() => import('../contacts/contact-edit.tsx'), 'EditContact'),
})
const projects = createRoute({
  getParentRoute: () => root,
  path: '/projects',
  validateSearch: listSearch('state', 'customer', 'department', 'owner', 'tag', 'syncState'),
  component: lazyRouteComponent(() => import('../projects/project-list.tsx'), 'ProjectList'),
})
const newProject = createRoute({
  getParentRoute: () => root,
  path: '/projects/new',
  validateSearch: forNewProject,
  component: lazyRouteComponent(() => import('../projects/project-edit.tsx'), 'NewProject'),
})
const project = createRoute({
  getParentRoute: () => root,
  path: '/projects/$id',
  // The tab, and what is open beside it: the id of an activity or price model, or 'new'.
  validateSearch: ({ tab, open }: Record<string, unknown>): { tab?: string; open?: string } => ({
    ...(typeof tab === 'string' ? { tab } : {}),
    ...(typeof open === 'string' ? { open } : {}),
  }),
  component: lazyRouteComponent(() => import('../projects/project-page.tsx'), 'ProjectPage'),
})
const editProject = createRoute({
  getParentRoute: () => root,
  path: '/projects/$id/edit',
  component: lazyRouteComponent(() => import('../projects/project-edit.tsx'), 'EditProject'),
})
const activities = createRoute({
  getParentRoute: () => root,
  path: '/activities',
  validateSearch: listSearch('state', 'customer', 'owner', 'takesHours'),
  component: lazyRouteComponent(() => import('../activities/activity-list.tsx'), 'ActivityList'),
})
const projectRoles = createRoute({
  getParentRoute: () => root,
  path: '/project-roles',
  // The role that is open beside the list, or 'new'.
  validateSearch: (given: Record<string, unknown>): { role?: string } =>
    typeof given.role === 'string' ? { role: given.role } : {},
  component: lazyRouteComponent(() => import('../prices/project-roles-page.tsx'), 'ProjectRolesPage'),
})

export const recordRoutes = [
  customers,
  newCustomer,
  customer,
  editCustomer,
  contacts,
  newContact,
  contact,
  editContact,
  projects,
  newProject,
  project,
  editProject,
  activities,
  projectRoles,
] as const
