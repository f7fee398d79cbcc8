'use client';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { useLeaveGuard } from '#components/users/form/leave-guard.tsx';
import { useCallAction } from '#components/users/form/use-call-action.ts';
import { useHydrated } from '#components/users/form/use-hydrated.ts';
import { ProblemBanner } from '#components/users/problem/problem-banner.tsx';
import type { Problem } from '#lib/errors.ts';
import type { HookName } from '#lib/hook-runner/hook.ts';
import type { HookPageView, HookTrial } from '#lib/users/hooks/hook-view.ts';
import type { Translate } from '#messages/catalogue.ts';
import { TrialResult } from './trial-result.tsx';

type Answer = { ok: true; value: HookTrial } | { ok: false; problem: Problem };

export type TryHookFormProps = {
  hook: HookPageView;
  tryHook: (input: { hook: HookName; text: string; ctx: string }) => Promise<Answer>;
};

const emptyHook = 'function (ctx, callback) {\n  callback();\n}\n';

/** A hook's text and a ctx, both to be changed and tried as often as one likes; nothing of it is kept. */
export function TryHookForm({ hook, tryHook }: TryHookFormProps) {
  const t = useTranslations('hooks');
  const original = hook.text || emptyHook;
  const callAction = useCallAction();
  const [text, setText] = useState(original);
  const [ctx, setCtx] = useState(hook.ctx);
  const [isPending, setIsPending] = useState(false);
  const [answer, setAnswer] = useState<Answer>();
  const textArea = useRef<HTMLTextAreaElement>(null);
  const isHydrated = useHydrated();
  const guard = useLeaveGuard(text !== original || ctx !== hook.ctx, '/hooks');

  async function run(event?: FormEvent) {
    event?.preventDefault();
    if (isPending) return;
    setIsPending(true);
    setAnswer(await callAction(tryHook, { hook: hook.name, text, ctx }));
    setIsPending(false);
  }

  function runByKey(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void run(event);
  }

  function goTo(line: number, column = 1) {
    const area = textArea.current;
    if (!area) return;
    const lines = text.split('\n');
    const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    const at = Math.min(start + column - 1, text.length);
    area.focus();
    // No line is wrapped, so each is as high as the next.
    area.scrollTop =
      (line - 1) * Number.parseFloat(getComputedStyle(area).lineHeight) - area.clientHeight / 3;
    area.setSelectionRange(at, Math.min(start + (lines[line - 1]?.length ?? 0), text.length));
  }

  const problem = answer?.ok === false ? answer.problem : undefined;
  const ctxError = problem?.fields?.ctx;
  return (
    <form onSubmit={run} onKeyDown={runByKey}>
      <fieldset disabled={!isHydrated} className="grid min-w-0 gap-6 xl:grid-cols-2">
        <legend className="sr-only">{t('tryHook', { name: hook.name })}</legend>
        <div className="flex min-w-0 flex-col gap-2">
          <TextArea
            ref={textArea}
            label={t('text')}
            description={t('textMeans')}
            isMonospaced
            rows={16}
            wrap="off"
            value={text}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => setText(event.target.value)}
          />
          {text === original ? null : (
            <Button className="self-start" size="small" onClick={() => setText(original)}>
              {t('undoChanges')}
            </Button>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <TextArea
            label="ctx"
            description={t('ctxMeans')}
            error={ctxError}
            isMonospaced
            rows={10}
            wrap="off"
            value={ctx}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => setCtx(event.target.value)}
          />
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Button type="submit" variant="primary" isPending={isPending}>
              {t('try')}
            </Button>
            <p className="min-w-0 flex-1 text-13 text-muted">{t('tryMeans')}</p>
          </div>
          {problem && !ctxError ? <ProblemBanner problem={problem} /> : null}
          <p role="status" className="sr-only">
            {isPending ? '' : endOf(answer, t)}
          </p>
          {answer?.ok ? <TrialResult trial={answer.value} onGoTo={goTo} /> : null}
        </div>
      </fieldset>
      {guard.dialog}
    </form>
  );
}

/** What a screen reader is told of a trial that has ended. */
function endOf(answer: Answer | undefined, t: Translate<'hooks'>): string {
  if (!answer) return '';
  if (!answer.ok) return answer.problem.fields?.ctx ?? answer.problem.message;
  const { outcome } = answer.value;
  if (outcome.ok) return t('answered');
  return t(outcome.fault.code === 'refused' ? 'refused' : 'failed');
}
