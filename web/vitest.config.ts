import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  test: {
    name: 'web',
    include: ['src/**/*.test.{ts,tsx}'],
    environment: 'happy-dom',
    setupFiles: ['src/testing/setup.ts'],
    // As all the tests of the repository: files share the modules that their process has loaded.
    isolate: false,
    maxWorkers: '100%',
    testTimeout: 15_000,
  },
});
