import type { BatchObservableCallback, Meter } from '@opentelemetry/api';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const nanosecondsPerSecond = 1e9;

/** Event loop delay since the last scrape, memory, processor time and open handles of this process. */
export function observeProcess(meter: Meter): () => void {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const loop = meter.createObservableGauge('guildhall_event_loop_delay_seconds', { unit: 's' });
  const memory = meter.createObservableGauge('guildhall_process_memory_bytes', { unit: 'By' });
  const cpu = meter.createObservableCounter('guildhall_process_cpu_seconds_total', { unit: 's' });
  const handles = meter.createObservableGauge('guildhall_process_open_handles');
  const observe: BatchObservableCallback = (result) => {
    result.observe(loop, delay.percentile(50) / nanosecondsPerSecond, { quantile: '0.5' });
    result.observe(loop, delay.percentile(99) / nanosecondsPerSecond, { quantile: '0.99' });
    delay.reset();
    const { rss, heapUsed } = process.memoryUsage();
    result.observe(memory, rss, { kind: 'resident' });
    result.observe(memory, heapUsed, { kind: 'heap' });
    const { user, system } = process.cpuUsage();
    result.observe(cpu, (user + system) / 1e6);
    result.observe(handles, process.getActiveResourcesInfo().length);
  };
  const observables = [loop, memory, cpu, handles];
  meter.addBatchObservableCallback(observe, observables);
  return () => {
    delay.disable();
    meter.removeBatchObservableCallback(observe, observables);
  };
}
