import { IconCloudUp, IconMaximize, IconWifiOff, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { type Language, languages as names, useSpeaking } from '../../words/words.ts';
import { PrivacyButton } from './privacy-button.tsx';
import { useKioskWords } from './words.ts';

type Props = Readonly<{
  languages: readonly Language[];
  isBig: boolean;
  onBig: (isBig: boolean) => void;
  isAway: boolean;
  pending: number;
  refused: number;
}>;

/** Language, size, and what waits to be sent. */
export function KioskFoot({ languages, isBig, onBig, isAway, pending, refused }: Props) {
  const { language, speak } = useSpeaking();
  const kiosk = useKioskWords();
  const Zoom = isBig ? IconZoomOut : IconZoomIn;
  const canFill = document.fullscreenEnabled && !document.fullscreenElement;
  return (
    <footer className="kiosk-foot no-print">
      <div className="kiosk-state" role="status">
        {isAway && (
          <span>
            <IconWifiOff size={20} aria-hidden /> {kiosk.offline}
          </span>
        )}
        {pending > 0 && (
          <span>
            <IconCloudUp size={20} aria-hidden /> {kiosk.pending(pending)}
          </span>
        )}
        {refused > 0 && <span>{kiosk.refused(refused)}</span>}
      </div>
      <div className="kiosk-tools">
        {languages.length > 1 &&
          languages.map((one) => (
            <button
              key={one}
              type="button"
              className="kiosk-tool"
              lang={one}
              aria-pressed={one === language}
              onClick={() => speak(one)}
            >
              {names[one]}
            </button>
          ))}
        <PrivacyButton />
        <button type="button" className="kiosk-tool" onClick={() => onBig(!isBig)}>
          <Zoom size={20} aria-hidden />
          {isBig ? kiosk.smaller : kiosk.bigger}
        </button>
        {canFill && (
          <button
            type="button"
            className="kiosk-tool"
            onClick={() => void document.documentElement.requestFullscreen().catch(() => undefined)}
          >
            <IconMaximize size={20} aria-hidden />
            {kiosk.fullScreen}
          </button>
        )}
      </div>
    </footer>
  );
}
