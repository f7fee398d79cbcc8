'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Banner, type BannerTone } from '#components/ui/banner.tsx';
import { originOf } from '#components/users/problem/problem-banner.tsx';
import type { Problem } from '#lib/errors.ts';
import type { Translate } from '#messages/catalogue.ts';

/** A title longer than this is no title; the sentence then stands below a shorter one. */
const titleLengthMax = 240;

export interface FormProblemProps {
  problem: Problem;
  /** Sentences about fields that this form does not show, which have no other place. */
  otherSentences?: readonly string[];
  actions?: ReactNode;
}

/** Why a save failed, at the top of the form: in the words of whoever refused, and what became of the changes. */
export function FormProblem({ problem, otherSentences = [], actions }: FormProblemProps) {
  const t = useTranslations('form');
  const told = useTranslations('problem');
  const { title, rest } = wordsOf(problem, t);
  const changes = problem.code === 'changed-meanwhile' ? Object.values(problem.fields ?? {}) : [];
  if (changes.length > 0) {
    return (
      <Banner tone="warning" title={t('changedMeanwhile')} actions={actions} takesFocus>
        <Parts parts={changes} />
      </Banner>
    );
  }
  return (
    <Banner tone={toneOf(problem)} title={title} errorId={problem.id} actions={actions} takesFocus>
      <div className="flex flex-col gap-2">
        {rest ? <p className="max-h-40 overflow-y-auto">{rest}</p> : null}
        {otherSentences.length > 0 ? <Parts parts={otherSentences} /> : null}
        {problem.saved?.length ? <Parts title={told('saved')} parts={problem.saved} /> : null}
        {problem.notSaved?.length ? <Parts title={told('notSaved')} parts={problem.notSaved} /> : null}
        {problem.retryAfterSeconds ? (
          <p>{t('retryIn', { count: Math.ceil(problem.retryAfterSeconds) })}</p>
        ) : null}
        <p className="text-13 text-muted">
          {problem.hook ? `${told(originOf(problem), { hook: problem.hook })} ` : ''}
          {t(problem.code === 'partly-saved' ? 'restStillInForm' : 'stillHere')}
        </p>
      </div>
    </Banner>
  );
}

/** The sentence as title and what stands below it; what the lists say is not said twice. */
function wordsOf(
  { code, message, saved = [], notSaved = [] }: Problem,
  t: Translate<'form'>,
): { title: string; rest?: string } {
  if (code === 'partly-saved') {
    const told = t('savedAndNot', { saved: saved.join(', '), notSaved: notSaved.join(', ') });
    return { title: t('partlySaved'), rest: message.replace(t('partlySaved'), '').replace(told, '').trim() };
  }
  return message.length > titleLengthMax ? { title: t('notSaved'), rest: message } : { title: message };
}

function toneOf({ code }: Problem): BannerTone {
  const isPassing = code === 'tenant-limit' || code === 'changed-meanwhile' || code === 'partly-saved';
  return isPassing ? 'warning' : 'danger';
}

function Parts({ title, parts }: { title?: string; parts: readonly string[] }) {
  return (
    <div>
      {title ? <p className="font-medium">{title}</p> : null}
      <ul className="list-disc pl-5">
        {parts.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
    </div>
  );
}
