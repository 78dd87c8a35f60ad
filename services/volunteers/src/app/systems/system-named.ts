import { type System, systems } from '../../domain/book.ts';
import { unknown } from '../../domain/nearest.ts';
import { refusals } from '../../domain/refusals.ts';

export function systemNamed(name: string): System {
  const found = systems.find((system) => system === name);
  if (!found) throw refusals.field('/system', unknown(name, systems));
  return found;
}
