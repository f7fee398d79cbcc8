'use client';
import type { ReactNode } from 'react';
import { Banner, type BannerTone } from '#components/ui/banner.tsx';
import type { Problem } from '#lib/errors.ts';

/** A title longer than this is no title; the sentence then stands below a shorter one. */
const titleLengthMax = 240;

const partlySavedTitle = 'Only a part of your changes was saved.';
const changedTitle = 'Somebody else changed this user meanwhile. Nothing of yours was saved yet.';

export interface FormProblemProps {
  problem: Problem;
  /** Sentences about fields that this form does not show, which have no other place. */
  otherSentences?: readonly string[];
  actions?: ReactNode;
}

/** Why a save failed, at the top of the form: in the words of whoever refused, and what became of the changes. */
export function FormProblem({ problem, otherSentences = [], actions }: FormProblemProps) {
  const { title, rest } = wordsOf(problem);
  const origin = originOf(problem);
  const changes = problem.code === 'changed-meanwhile' ? Object.values(problem.fields ?? {}) : [];
  if (changes.length > 0) {
    return (
      <Banner tone="warning" title={changedTitle} actions={actions} takesFocus>
        <Parts parts={changes} />
      </Banner>
    );
  }
  return (
    <Banner tone={toneOf(problem)} title={title} errorId={problem.id} actions={actions} takesFocus>
      <div className="flex flex-col gap-2">
        {rest ? <p className="max-h-40 overflow-y-auto">{rest}</p> : null}
        {otherSentences.length > 0 ? <Parts parts={otherSentences} /> : null}
        {problem.saved?.length ? <Parts title="Saved" parts={problem.saved} /> : null}
        {problem.notSaved?.length ? <Parts title="Not saved" parts={problem.notSaved} /> : null}
        {problem.retryAfterSeconds ? (
          <p>You can try again in {secondsInWords(problem.retryAfterSeconds)}.</p>
        ) : null}
        <p className="text-13 text-muted">
          {origin ? `${origin} ` : ''}
          {problem.code === 'partly-saved'
            ? 'What was not saved is still in the form.'
            : 'What you entered is still here.'}
        </p>
      </div>
    </Banner>
  );
}

/** The sentence as title and what stands below it; what the lists say is not said twice. */
function wordsOf({ code, message, saved = [], notSaved = [] }: Problem): { title: string; rest?: string } {
  if (code === 'partly-saved') {
    const told = `Saved: ${saved.join(', ')}. Not saved: ${notSaved.join(', ')}.`;
    return { title: partlySavedTitle, rest: message.replace(partlySavedTitle, '').replace(told, '').trim() };
  }
  return message.length > titleLengthMax
    ? { title: 'This was not saved.', rest: message }
    : { title: message };
}

function toneOf({ code }: Problem): BannerTone {
  const isPassing = code === 'tenant-limit' || code === 'changed-meanwhile' || code === 'partly-saved';
  return isPassing ? 'warning' : 'danger';
}

function originOf({ code, hook }: Problem): string | undefined {
  if (!hook) return undefined;
  return code === 'hook-failed'
    ? `The ${hook} hook failed.`
    : `Refused by your organisation’s rules (${hook}).`;
}

function secondsInWords(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole === 1 ? 'one second' : `${whole} seconds`;
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
