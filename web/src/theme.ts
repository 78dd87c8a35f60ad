import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const teal: MantineColorsTuple = [
  '#e6f6f5',
  '#d3eae9',
  '#a7d4d2',
  '#77bdba',
  '#50a9a6',
  '#379d99',
  '#1f8582',
  '#0b6e6e',
  '#00605f',
  '#005251',
];

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  colors: { teal },
  defaultRadius: 'md',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  headings: { fontWeight: '650' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // A thumb at a door: nothing that is pressed is smaller than 44 px.
    Button: { defaultProps: { size: 'md' }, styles: { root: { minHeight: 44 } } },
    CloseButton: { defaultProps: { size: 44 } },
    TextInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md', allowDeselect: false } },
    Checkbox: { defaultProps: { size: 'md' } },
    Switch: { defaultProps: { size: 'md' } },
  },
});

/** In and out as the reception desk expects them, readable from across the counter, in light and dark. */
export const colours: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--state-in': '#c8e6c9',
    '--state-in-ink': '#0d3b12',
    '--state-in-strong': '#1b6e2a',
    '--state-out': '#ffcdd2',
    '--state-out-ink': '#5a1016',
    '--state-out-strong': '#a3202e',
    '--surface': '#f6f7f8',
    '--surface-raised': '#ffffff',
    '--surface-raised-hover': 'rgb(0 0 0 / 4%)',
    '--surface-sunk': '#eceef0',
    '--focus': '#0b6e6e',
    '--notice': '#12302f',
    '--notice-ink': '#ffffff',
    '--mantine-color-dimmed': '#555d64',
  },
  dark: {
    '--state-in': '#123d1a',
    '--state-in-ink': '#d7f5da',
    '--state-in-strong': '#7fd68b',
    '--state-out': '#4a1519',
    '--state-out-ink': '#ffdfe1',
    '--state-out-strong': '#ff9aa2',
    '--surface': '#16191b',
    '--surface-raised': '#22262a',
    '--surface-raised-hover': 'rgb(255 255 255 / 6%)',
    '--surface-sunk': '#2a2f33',
    '--focus': '#77bdba',
    '--notice': '#d3eae9',
    '--notice-ink': '#06201f',
    '--mantine-color-body': '#16191b',
    '--mantine-color-dimmed': '#aab2b9',
  },
});
