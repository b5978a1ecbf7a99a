import { Box, NavLink } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { Link, useLocation } from '@tanstack/react-router'
import { useMe } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { isAt, pagesFor } from './pages.ts'

/** Groups stay open or closed as the reader left them. */
export function Navigation() {
  const { shell } = useTexts()
  const { permissions } = useMe()
  const { pathname } = useLocation()
  const [closed, setClosed] = useLocalStorage<string[]>({ key: 'akkord.closed-groups', defaultValue: [] })
  const toggle = (key: string) => (isOpen: boolean) =>
    setClosed(isOpen ? closed.filter((one) => one !== key) : [...closed, key])
  return (
    <Box component="nav" aria-label={shell.navigation} style={{ overflowY: 'auto' }}>
      {pagesFor(permissions).map((group) => (
        <NavLink
          key={group.key}
          component="button"
          label={shell.groups[group.key]}
          leftSection={<group.icon size={18} aria-hidden />}
          opened={!closed.includes(group.key)}
          onChange={toggle(group.key)}
          childrenOffset={26}
          fw={600}
        >
          {group.pages.map((page) => (
            <NavLink
              key={page.key}
              component={Link}
              to={page.to}
              label={shell.pages[page.key]}
              leftSection={<page.icon size={16} aria-hidden />}
              active={isAt(pathname, page.to)}
              {...(isAt(pathname, page.to) ? { 'aria-current': 'page' as const } : {})}
            />
          ))}
        </NavLink>
      ))}
    </Box>
  )
}
