const dark = 'dark';
const attribute = 'data-mantine-color-scheme';

/** Paper is white, whatever the screen is: what is printed is printed in the light. */
export function printInTheLight(): void {
  const root = document.documentElement;
  let shown: string | null = null;
  window.matchMedia('print').addEventListener('change', ({ matches }) => {
    if (matches) shown = root.getAttribute(attribute);
    if (shown === dark) root.setAttribute(attribute, matches ? 'light' : dark);
  });
}
