import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { JsonBlock } from '#components/ui/json-block.tsx';
import { SectionHeading } from '#components/ui/section-heading.tsx';
import type { HookFault, HookTrial } from '#lib/users/hook-view.ts';

export type TrialResultProps = {
  trial: HookTrial;
  /** Leads to a place in the text. */
  onGoTo: (line: number, column?: number) => void;
};

/** How a trial ended: the answer or the failure with its place, what was logged, and how long it took. */
export function TrialResult({ trial: { outcome, log, ms }, onGoTo }: TrialResultProps) {
  return (
    <div className="flex flex-col gap-4">
      <SectionHeading description={`${formatMs(ms)} in the sandbox`}>Result</SectionHeading>
      {outcome.ok ? <Answered answer={outcome.answer} /> : <Failed fault={outcome.fault} onGoTo={onGoTo} />}
      {log.length > 0 ? <Log lines={log} /> : null}
    </div>
  );
}

function Answered({ answer }: { answer: Extract<HookTrial['outcome'], { ok: true }>['answer'] }) {
  if (answer === undefined) return <p className="text-14">It called back without an answer.</p>;
  return <JsonBlock label="Answer" copyLabel="Copy answer" value={answer} />;
}

function Failed({ fault, onGoTo }: { fault: HookFault } & Pick<TrialResultProps, 'onGoTo'>) {
  const { code, message, line, column, status } = fault;
  const isRefusal = code === 'refused';
  const place =
    line === undefined ? '' : column === undefined ? `line ${line}` : `line ${line}, column ${column}`;
  return (
    <Banner
      tone={isRefusal ? 'warning' : 'danger'}
      title={isRefusal ? 'It refused.' : 'It failed.'}
      actions={
        line === undefined ? undefined : (
          <Button size="small" onClick={() => onGoTo(line, column)}>
            Go to {place}
          </Button>
        )
      }
    >
      {message}
      {status === undefined ? null : <span className="text-muted"> (status {status})</span>}
    </Banner>
  );
}

function Log({ lines }: { lines: readonly string[] }) {
  return (
    <section aria-labelledby="trial-log" className="flex flex-col gap-1">
      <h3 id="trial-log" className="text-14 font-medium">
        Log
      </h3>
      <pre className="rounded-panel border border-hairline bg-neutral-2 p-4 font-mono text-13 whitespace-pre-wrap wrap-anywhere">
        {lines.join('\n')}
      </pre>
    </section>
  );
}

function formatMs(ms: number): string {
  return `${ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms)} ms`;
}
