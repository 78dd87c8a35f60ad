import './kiosk.css';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTitle } from '../../parts/page.tsx';
import { type Device, loadDevice, saveDevice } from './device.ts';
import { Pairing } from './pairing.tsx';
import { Station } from './station.tsx';
import { DeviceContext } from './connection.ts';
import { useKioskWords } from './words.ts';

/** A device at the entrance: it is paired once, and from then on it is the kiosk and nothing else. */
export function KioskPage() {
  const words = useKioskWords();
  const client = useQueryClient();
  const [device, setDevice] = useState<Device | undefined>(loadDevice);
  const [isRevoked, setRevoked] = useState(false);
  useTitle(words.title);
  const change = (next: Device | undefined): void => {
    saveDevice(next);
    setDevice(next);
    setRevoked(!next);
    if (!next) client.removeQueries({ queryKey: ['kiosk'] });
  };
  if (!device) return <Pairing isRevoked={isRevoked} onPaired={change} />;
  return (
    <DeviceContext value={device}>
      <Station onChange={change} />
    </DeviceContext>
  );
}
