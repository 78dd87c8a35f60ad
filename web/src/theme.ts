import { createTheme, type MantineColorsTuple } from '@mantine/core';

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

// From text to the deepest ground, a little bluer than the library's own.
const dark: MantineColorsTuple = [
  '#dfe4e8',
  '#c3cad0',
  '#aab2b9',
  '#8b949c',
  '#3d444a',
  '#2a2f33',
  '#22262a',
  '#16191b',
  '#101214',
  '#0a0b0c',
];

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: 7,
  colors: { teal, dark },
  defaultRadius: 'md',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  headings: { fontWeight: '650' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'md' } },
    CloseButton: { defaultProps: { size: 44 } },
    TextInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Table: { defaultProps: { fz: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
    Switch: { defaultProps: { size: 'md' } },
  },
});
