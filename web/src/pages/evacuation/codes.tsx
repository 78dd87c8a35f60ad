import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import { QrCode } from '../../parts/qr-code.tsx';
import { useEvacuationWords } from './words.ts';

/** The codes of the muster points, to be held up or shown on a screen. */
export function Codes({ incidentId }: Readonly<{ incidentId: string }>) {
  const words = useEvacuationWords();
  const { data } = useQuery({
    queryKey: ['muster-points', incidentId],
    queryFn: async () => (await api.register.listMusterPoints({ incidentId })).musterPoints,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!data) return null;
  return (
    <details className="codes">
      <summary>{words.codes}</summary>
      <p>{words.codesHint}</p>
      <div className="codes-list">
        {data.map(({ number, name, url }) => (
          <figure key={number}>
            <QrCode text={url} label={words.code(name)} />
            <figcaption>{name}</figcaption>
          </figure>
        ))}
      </div>
    </details>
  );
}
