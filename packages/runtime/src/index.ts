export { once, token } from './di.ts';
export { type Health, health, type HealthServer, serveHealth } from './health.ts';
export { type Lifecycle, lifecycle } from './lifecycle.ts';
export { createLog, describeError, type Logger } from './log.ts';
export { followSandboxClock, type MovableClock, offsetClock } from './movable-clock.ts';
export { type Process, run } from './run.ts';
export { onOff, port, ProcessSettings, secretKey, settings, SettingsError, settingsExitCode } from './settings.ts';
export { startTelemetry, type Telemetry } from './telemetry.ts';
