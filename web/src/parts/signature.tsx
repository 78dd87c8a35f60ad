import './signature.css';
import { type PointerEvent, useRef } from 'react';
import { useWords } from '../words/words.ts';

type Props = Readonly<{ onChange: (png: string | undefined) => void }>;

const [width, height] = [600, 200];

/** A signature drawn with a finger, as PNG in base64. */
export function Signature({ onChange }: Props) {
  const { app: words } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const draw = (event: PointerEvent<HTMLCanvasElement>, isStart: boolean): void => {
    const context = canvas.current?.getContext('2d');
    if (!context || (!isStart && event.buttons === 0)) return;
    const { left, top, width: shown } = event.currentTarget.getBoundingClientRect();
    const scale = width / shown;
    const [x, y] = [(event.clientX - left) * scale, (event.clientY - top) * scale];
    context.lineWidth = 4;
    context.lineCap = 'round';
    if (isStart) {
      event.currentTarget.setPointerCapture(event.pointerId);
      context.beginPath();
      context.moveTo(x, y);
    }
    context.lineTo(x, y);
    context.stroke();
  };
  const end = (): void => onChange(canvas.current?.toDataURL('image/png').split(',')[1]);
  const clear = (): void => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, width, height);
    onChange(undefined);
  };
  return (
    <div className="signature">
      <div className="signature-head">
        <span>{words.sign}</span>
        <button type="button" className="signature-clear" onClick={clear}>
          {words.signClear}
        </button>
      </div>
      <canvas
        ref={canvas}
        width={width}
        height={height}
        role="img"
        aria-label={words.sign}
        onPointerDown={(event) => draw(event, true)}
        onPointerMove={(event) => draw(event, false)}
        onPointerUp={end}
      />
    </div>
  );
}
