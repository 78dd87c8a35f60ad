import { MantineProvider } from '@mantine/core';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';

/** Draws a part of a page alone, in English. */
export const show = (part: ReactNode) => render(part, { wrapper: MantineProvider });
