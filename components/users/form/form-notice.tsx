'use client';
import type { ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { SignInAgainLink } from '#components/frame/sign-in-link.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import type { Problem } from '#lib/errors.ts';
import { type Attempt, errorsBesideFieldsMax } from './attempt.ts';
import type { ControlValues } from './control-values.ts';
import { FormProblem } from './form-problem.tsx';
import { SignedInAgainNotice, useSignedInAgain } from './sign-in-again.tsx';

export interface FormNoticeProps {
  attempt: Attempt | null;
  /** The present values were just loaded because somebody else had changed the user. */
  isReloaded: boolean;
  isReloading: boolean;
  onReload: () => void;
}

/** What stands above the fields after an attempt to save: the failure, or the fields that need another look. */
export function FormNotice({ attempt, isReloaded, isReloading, onReload }: FormNoticeProps) {
  const t = useTranslations('form');
  const { formState } = useFormContext<ControlValues>();
  const isSignedOut = attempt?.problem?.code === 'not-signed-in';
  const isSignedInAgain = useSignedInAgain(isSignedOut ? attempt.turn : undefined);
  if (isSignedInAgain) return <SignedInAgainNotice />;
  if (!attempt) return isReloaded ? <ReloadedNotice /> : null;
  const open = attempt.invalid.filter(({ fieldId }) => formState.errors[fieldId]);
  const isSummarised = attempt.invalid.length > errorsBesideFieldsMax;
  return (
    <div key={attempt.turn} className="mb-8 flex flex-col gap-3 empty:hidden">
      {attempt.problem ? (
        <FormProblem
          problem={attempt.problem}
          otherSentences={attempt.otherSentences}
          actions={wayOut(attempt.problem, isReloading, onReload, t('loadCurrent'))}
        />
      ) : null}
      {isSummarised ? (
        <ErrorSummary title={t('needAnotherLook')} problems={open} takesFocus={!attempt.problem} />
      ) : null}
    </div>
  );
}

function ReloadedNotice() {
  const t = useTranslations('form');
  return (
    <div className="mb-8">
      <Banner tone="info" title={t('showsCurrent')} takesFocus>
        {t('showsCurrentAdvice')}
      </Banner>
    </div>
  );
}

/** What the person can do about a failure beyond trying again, which the Save button is for. */
function wayOut(
  { code }: Problem,
  isReloading: boolean,
  onReload: () => void,
  reloadLabel: string,
): ReactNode {
  if (code === 'changed-meanwhile') {
    return (
      <Button size="small" isPending={isReloading} onClick={onReload}>
        {reloadLabel}
      </Button>
    );
  }
  return code === 'not-signed-in' ? <SignInAgainLink /> : undefined;
}
