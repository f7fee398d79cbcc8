'use client';
import type { ReactNode } from 'react';
import { useTooltip } from '#components/ui/use-tooltip.tsx';

export type SegmentProps = {
  /** The same for all of one choice. */
  group: string;
  label: string;
  /** The language of the label, where it is not the page's. */
  lang?: string;
  isChosen: boolean;
  onChoose: () => void;
  /** What is shown in place of the label. */
  children: ReactNode;
};

/** One of a few choices that stand side by side; its label is read, and shown on hover and focus. */
export function Segment({ group, label, lang, isChosen, onChoose, children }: SegmentProps) {
  const { triggerProps, tooltip } = useTooltip(label, { describes: false });
  return (
    <span className="relative" lang={lang} {...triggerProps}>
      <input
        type="radio"
        name={group}
        aria-label={label}
        checked={isChosen}
        onChange={onChoose}
        className="peer absolute inset-0 size-full appearance-none rounded-[4px] checked:bg-neutral-4"
      />
      <span
        aria-hidden="true"
        className="pointer-events-none relative grid h-7 min-w-7 place-items-center px-1 text-12 font-medium text-muted peer-checked:text-ink touch:size-11"
      >
        {children}
      </span>
      {tooltip}
    </span>
  );
}

export const segmentsClass = 'flex min-w-0 rounded-control border border-hairline p-0.5';
