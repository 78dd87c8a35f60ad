// Where there are several platforms, each worker of the tests has its own.
const wanted = (name: string): string => {
  const value = process.env[`${name}_${process.env['VITEST_POOL_ID'] ?? ''}`] ?? process.env[name];
  if (value) return value;
  throw new Error(`${name} is not set: "npm test -- e2e" starts a platform and sets it`);
};

/** The platform under test, as whoever started it described it. Throws what to do where it was not described. */
export const environment = {
  get webUrl() {
    return wanted('E2E_WEB_URL');
  },
  get sandboxUrl() {
    return wanted('E2E_SANDBOX_URL');
  },
  /** Holds `run/<process>.json`. */
  get dataDir() {
    return wanted('E2E_DATA_DIR');
  },
  /** Where every process sends its traces: whoever listens there gets them. */
  get otlpPort() {
    return Number(wanted('E2E_OTLP_PORT'));
  },
  /** Everything that the processes wrote. */
  get logFile() {
    return wanted('E2E_LOG_FILE');
  },
  get chromiumPath() {
    return wanted('CHROMIUM_PATH');
  },
} as const;
