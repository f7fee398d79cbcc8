'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { SignInAgainLink } from '#components/frame/sign-in-link.tsx';
import { Banner } from '#components/ui/banner.tsx';
import type { Problem } from '#lib/errors.ts';

/**
 * A failure at the place where it happened, in the words of whoever refused. Who is signed out can sign in beside
 * it and go on.
 */
export function ProblemBanner({
  problem,
  actions,
  takesFocus,
}: {
  problem: Problem;
  actions?: ReactNode;
  takesFocus?: boolean;
}) {
  const t = useTranslations('problem');
  return (
    <Banner
      tone={toneOf(problem)}
      title={problem.message}
      errorId={problem.id}
      actions={actions ?? (problem.code === 'not-signed-in' ? <SignInAgainLink /> : null)}
      takesFocus={takesFocus}
    >
      {problem.hook ? (
        <p className="text-13 text-muted">{t(originOf(problem), { hook: problem.hook })}</p>
      ) : null}
      {problem.saved?.length ? <Parts title={t('saved')} parts={problem.saved} /> : null}
      {problem.notSaved?.length ? <Parts title={t('notSaved')} parts={problem.notSaved} /> : null}
    </Banner>
  );
}

function toneOf({ code }: Problem): 'danger' | 'warning' | 'info' {
  if (code === 'no-role' || code === 'not-allowed') return 'info';
  return code === 'tenant-limit' || code === 'changed-meanwhile' || code === 'partly-saved'
    ? 'warning'
    : 'danger';
}

/** The message that says who refused, or which hook failed. */
export function originOf({ code }: Problem) {
  return code === 'hook-failed' ? 'hookFailed' : 'refusedByHook';
}

function Parts({ title, parts }: { title: string; parts: string[] }) {
  const t = useTranslations('problem');
  return <p>{t('parts', { title, parts: parts.join(', ') })}</p>;
}
