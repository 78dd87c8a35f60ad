type Props = Readonly<{ value: number; most: number; label: string }>;

const warnFrom = 0.8;

/** How full something is. Not by colour alone: what is nearly full is striped, and the words say how full. */
export function Gauge({ value, most, label }: Props) {
  const part = most > 0 ? Math.min(1, value / most) : 1;
  const level = part >= 1 ? 'full' : part >= warnFrom ? 'warning' : 'well';
  return (
    <div
      className="gauge"
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={most}
      aria-valuenow={value}
      data-level={level}
    >
      <span style={{ width: `${part * 100}%` }} />
    </div>
  );
}
