'use client';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { CheckIcon, CopyIcon } from './icons.tsx';
import { useTooltip } from './use-tooltip.tsx';

const confirmedForMs = 2000;

export type CopyButtonProps = {
  text: string;
  /** Names the button, for example 'Copy e-mail'. */
  label: string;
};

/** Copies a text and says so beside itself, to assistive technology too. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const t = useTranslations('ui');
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  const { triggerProps, tooltip } = useTooltip(label, { describes: false });

  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(null), confirmedForMs);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('failed');
    }
  }

  return (
    <span className="relative z-1 inline-flex items-center gap-1 align-middle">
      <button
        type="button"
        aria-label={label}
        {...triggerProps}
        onClick={copy}
        className="grid size-6 place-items-center rounded-[4px] text-muted hover:bg-neutral-4 hover:text-ink touch:size-11"
      >
        {outcome === 'copied' ? (
          <CheckIcon className="size-3.5 text-success-text" />
        ) : (
          <CopyIcon className="size-3.5" />
        )}
      </button>
      <span role="status" className={outcome === 'failed' ? 'text-13' : 'sr-only'}>
        {outcome === 'copied' ? t('copied') : outcome === 'failed' ? t('copyFailed') : ''}
      </span>
      {tooltip}
    </span>
  );
}
