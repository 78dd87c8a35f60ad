export interface NatsSettings {
  readonly port: number;
  readonly storeDir: string;
}

/** Files up to about 8 MB travel as messages; the server itself warns of more. */
const MAX_PAYLOAD_BYTES = 8 * 1024 * 1024;

/** The configuration file of our own server: loopback only, JetStream on disk, default (fast) sync. */
export const natsConfig = ({ port, storeDir }: NatsSettings): string =>
  [
    `listen: "127.0.0.1:${port}"`,
    `max_payload: ${MAX_PAYLOAD_BYTES}`,
    'write_deadline: "10s"',
    `jetstream { store_dir: ${JSON.stringify(storeDir)} }`,
    '',
  ].join('\n');
