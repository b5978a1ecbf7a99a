// Header, navigation, the banner of a troubled connection, and the page.
import {
  ActionIcon,
  Anchor,
  AppShell,
  Box,
  Burger,
  Group,
  Indicator,
  Menu,
  UnstyledButton,
  useMantineColorScheme,
  VisuallyHidden,
} from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Notifications } from '@mantine/notifications'
import { IconBell, IconLogout, IconMoon, IconSearch, IconSun, IconSunMoon, IconUserCircle } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { post } from '../api.ts'
import { useMe } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { useOtherTimeZone } from '../ui/format.ts'
import { ConnectionBanner } from './connection-banner.tsx'
import { Logo } from './logo.tsx'
import { Navigation } from './navigation.tsx'
import { PageIfMay } from './page-if-may.tsx'
import { RestoredBanner } from './restored-banner.tsx'
import { openSearch, SearchEverywhere } from './search-everywhere.tsx'
import { SignInAgain } from './sign-in.tsx'

export function Shell() {
  const { shell } = useTexts()
  const [isOpen, menu] = useDisclosure(false)
  const { pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the menu of a narrow screen.
  useEffect(() => menu.close(), [pathname])
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 232, breakpoint: 'md', collapsed: { mobile: !isOpen } }}
      padding="lg"
    >
      <a href="#content" className="skip-link">
        {shell.skipToContent}
      </a>
      <AppShell.Header px="md">
        <Group h="100%" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger opened={isOpen} onClick={menu.toggle} hiddenFrom="md" size="sm" aria-label={shell.openMenu} />
            <Anchor component={Link} to="/" underline="never" c="inherit">
              <Logo />
            </Anchor>
          </Group>
          <Group gap="xs" wrap="nowrap">
            <SearchButton />
            <Bell />
            <PersonMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs">
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Main id="content">
        <RestoredBanner />
        <ConnectionBanner />
        <PageIfMay />
      </AppShell.Main>
      <Notifications position="bottom-right" />
      <SearchEverywhere />
      <SignInAgain />
    </AppShell>
  )
}

function SearchButton() {
  const { shell } = useTexts()
  return (
    <UnstyledButton onClick={openSearch} px="sm" py={6} bdrs="sm" bd="1px solid var(--line)">
      <VisuallyHidden>{shell.searchHint}</VisuallyHidden>
      <Group gap="xs" wrap="nowrap" c="dimmed" fz="sm" aria-hidden>
        <IconSearch size={16} />
        <Box visibleFrom="sm">{shell.search}</Box>
        <Box visibleFrom="sm" fz="xs">
          Ctrl K
        </Box>
      </Group>
    </UnstyledButton>
  )
}

function Bell() {
  const { shell } = useTexts()
  const { unread } = useMe()
  return (
    <Indicator label={unread > 99 ? '99+' : unread} size={18} disabled={unread === 0} color="red" offset={4}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        component={Link}
        to="/notifications"
        aria-label={shell.notifications(unread)}
      >
        <IconBell size={20} aria-hidden />
      </ActionIcon>
    </Indicator>
  )
}

function PersonMenu() {
  const { shell } = useTexts()
  const me = useMe()
  const timeZone = useOtherTimeZone()
  const queries = useQueryClient()
  const { setColorScheme } = useMantineColorScheme()
  const leave = async () => {
    await post('/api/auth/sign-out', {})
    queries.clear()
    window.location.assign('/')
  }
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={shell.personMenu(me.name)}>
          <IconUserCircle size={22} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {me.name}
          <br />
          {me.company.name}
          {timeZone ? (
            <>
              <br />
              {shell.timesOf(timeZone)}
            </>
          ) : null}
        </Menu.Label>
        <Menu.Item component={Link} to="/profile" leftSection={<IconUserCircle size={16} aria-hidden />}>
          {shell.pages.profile}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconSun size={16} aria-hidden />} onClick={() => setColorScheme('light')}>
          {shell.light}
        </Menu.Item>
        <Menu.Item leftSection={<IconMoon size={16} aria-hidden />} onClick={() => setColorScheme('dark')}>
          {shell.dark}
        </Menu.Item>
        <Menu.Item leftSection={<IconSunMoon size={16} aria-hidden />} onClick={() => setColorScheme('auto')}>
          {shell.followSystem}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={leave}>
          {shell.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
