import { useTranslations } from 'use-intl';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { JsonBlock } from '#components/ui/json-block.tsx';
import { SectionHeading } from '#components/ui/section-heading.tsx';
import type { HookFault, HookTrial } from '#lib/users/hooks/hook-view.ts';

export type TrialResultProps = {
  trial: HookTrial;
  /** Leads to a place in the text. */
  onGoTo: (line: number, column?: number) => void;
};

/** How a trial ended: the answer or the failure with its place, what was logged, and how long it took. */
export function TrialResult({ trial: { outcome, log, ms }, onGoTo }: TrialResultProps) {
  const t = useTranslations('hooks');
  return (
    <div className="flex flex-col gap-4">
      <SectionHeading description={t('duration', { ms: shownMs(ms) })}>{t('result')}</SectionHeading>
      {outcome.ok ? <Answered answer={outcome.answer} /> : <Failed fault={outcome.fault} onGoTo={onGoTo} />}
      {log.length > 0 ? <Log lines={log} /> : null}
    </div>
  );
}

function Answered({ answer }: { answer: Extract<HookTrial['outcome'], { ok: true }>['answer'] }) {
  const t = useTranslations('hooks');
  if (answer === undefined) return <p className="text-14">{t('noAnswer')}</p>;
  return <JsonBlock label={t('answer')} copyLabel={t('copyAnswer')} value={answer} />;
}

function Failed({ fault, onGoTo }: { fault: HookFault } & Pick<TrialResultProps, 'onGoTo'>) {
  const t = useTranslations('hooks');
  const { code, message, line, column, status } = fault;
  const isRefusal = code === 'refused';
  return (
    <Banner
      tone={isRefusal ? 'warning' : 'danger'}
      title={t(isRefusal ? 'itRefused' : 'itFailed')}
      actions={
        line === undefined ? undefined : (
          <Button size="small" onClick={() => onGoTo(line, column)}>
            {column === undefined
              ? t('goToLine', { line: `${line}` })
              : t('goToColumn', { line: `${line}`, column: `${column}` })}
          </Button>
        )
      }
    >
      {message}
      {status === undefined ? null : (
        <span className="text-muted"> {t('status', { status: `${status}` })}</span>
      )}
    </Banner>
  );
}

function Log({ lines }: { lines: readonly string[] }) {
  const t = useTranslations('hooks');
  return (
    <section aria-labelledby="trial-log" className="flex flex-col gap-1">
      <h3 id="trial-log" className="text-14 font-medium">
        {t('log')}
      </h3>
      <pre className="rounded-panel border border-hairline bg-neutral-2 p-4 font-mono text-13 whitespace-pre-wrap wrap-anywhere">
        {lines.join('\n')}
      </pre>
    </section>
  );
}

function shownMs(ms: number): number {
  return ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms);
}
