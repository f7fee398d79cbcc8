import { useId } from 'react';

export type ProgressBarProps = {
  label: string;
  /** 0 to `max`; none while the length is unknown. */
  value?: number;
  max?: number;
  /** Said in place of per cent, for example '12 of 48 users'. */
  valueText?: string;
};

/** How far a long job has come. */
export function ProgressBar({ label, value, max = 100, valueText }: ProgressBarProps) {
  const labelId = useId();
  const share = value === undefined || max <= 0 ? null : Math.min(1, Math.max(0, value / max));
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex justify-between gap-3 text-13">
        <span id={labelId}>{label}</span>
        <span className="tabular text-muted">
          {valueText ?? (share === null ? '' : `${Math.floor(share * 100)} %`)}
        </span>
      </div>
      <div
        role="progressbar"
        aria-labelledby={labelId}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={share === null ? undefined : value}
        aria-valuetext={valueText}
        className="h-1 overflow-hidden rounded-full bg-neutral-4"
      >
        <div
          className={
            share === null
              ? 'h-full w-1/3 animate-indeterminate rounded-full bg-accent'
              : 'h-full origin-left rounded-full bg-accent transition-transform duration-(--duration-slow)'
          }
          style={share === null ? undefined : { transform: `scaleX(${share})` }}
        />
      </div>
    </div>
  );
}
