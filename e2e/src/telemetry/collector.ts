import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { environment } from '../platform/environment.ts';

export type Span = Readonly<{ service: string; name: string; traceId: string; spanId: string; parentSpanId: string }>;

type Resource = Readonly<{ attributes: readonly Readonly<{ key: string; value: { stringValue?: string } }>[] }>;
type Export = Readonly<{
  resourceSpans: readonly Readonly<{
    resource: Resource;
    scopeSpans: readonly Readonly<{ spans: readonly Omit<Span, 'service'>[] }>[];
  }>[];
}>;

export type Collector = Readonly<{
  /** Every span received so far. */
  spans(): readonly Span[];
  /** All that was received, as it came. */
  text(): string;
  close(): Promise<void>;
}>;

/** Receives OTLP over HTTP as JSON, where the platform sends its traces. */
export async function openCollector(): Promise<Collector> {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      bodies.push(body);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  server.listen(environment.otlpPort, '127.0.0.1');
  await once(server, 'listening');
  return {
    spans: () => bodies.flatMap((body) => spansOf(JSON.parse(body) as Export)),
    text: () => bodies.join('\n'),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  return (request.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString();
}

const spansOf = ({ resourceSpans }: Export): readonly Span[] =>
  resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
    return scopeSpans.flatMap(({ spans }) => spans.map((span) => ({ ...span, service })));
  });
