import { createTheme, type MantineColorsTuple } from '@mantine/core'

/** Deep fjord green-blue: calm beside figures, and clear of the colours that carry states. */
const fjord: MantineColorsTuple = [
  '#eef7f8',
  '#dcebee',
  '#b5d6dc',
  '#8bc0ca',
  '#69adba',
  '#53a1b0',
  '#1f7485',
  '#196372',
  '#14525e',
  '#0b3d47',
]

export const theme = createTheme({
  primaryColor: 'fjord',
  primaryShade: { light: 7, dark: 6 },
  colors: { fjord },
  fontFamily: 'Inter, ui-sans-serif, system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '1.375rem' }, h2: { fontSize: '1.125rem' }, h3: { fontSize: '1rem' } },
  },
  defaultRadius: 'sm',
  autoContrast: true,
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    // Hints below the field, so that the fields of a row stand in one line.
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    TextInput: { defaultProps: { size: 'sm' } },
    // Passing by with Tab opens nothing: the list would cover the fault below the field.
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right', openOnFocus: false } },
    // Its placeholder is no item, which a list of items may not hold; the first item takes the focus instead.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    MultiSelect: { defaultProps: { openOnFocus: false } },
    Button: { defaultProps: { size: 'sm' } },
  },
})
