import './choice.css';
import { VisuallyHidden } from '@mantine/core';
import { type ReactNode, useId } from 'react';

type Props<Value extends string> = Readonly<{
  legend: string;
  hideLegend?: boolean;
  value: Value | undefined;
  options: readonly Readonly<{ value: Value; label: ReactNode; lang?: string }>[];
  onChange: (value: Value) => void;
}>;

/** One of a few, all in sight: radio buttons that look like a row of segments. */
export function Choice<Value extends string>({ legend, hideLegend, value, options, onChange }: Props<Value>) {
  const name = useId();
  return (
    <fieldset className="choice">
      <legend>{hideLegend ? <VisuallyHidden>{legend}</VisuallyHidden> : legend}</legend>
      <div className="choice-options">
        {options.map((option) => (
          <label key={option.value} className="choice-option" lang={option.lang}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
