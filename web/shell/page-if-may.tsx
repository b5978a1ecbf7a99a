import { Outlet, useLocation } from '@tanstack/react-router'
import { OnlyIfMay } from '../ui/only-if-may.tsx'
import { pageAt } from './pages.ts'

/** The page of the address, or whom it is for: a link may come from somebody who may more. */
export function PageIfMay() {
  const { pathname } = useLocation()
  const permission = pageAt(pathname)?.permission
  if (!permission) return <Outlet />
  return (
    <OnlyIfMay permission={permission}>
      <Outlet />
    </OnlyIfMay>
  )
}
