'use client';
import type { ReactNode } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { type ControlValues, controlKey } from './control-values.ts';

/** What the form keeps the choice under; no field has this name. */
export const invitationKey = 'invitation';

/** Left to the user who is invited. */
export const invitedProperties: ReadonlySet<string> = new Set(['password', 'repeatPassword']);

/**
 * A password entered here, or an invitation with which the user sets their own. The button stays the same one, so
 * that whoever pressed it has the focus still.
 */
export function InvitationChoice({ label, children }: { label: string; children: ReactNode }) {
  const t = useTranslations('form');
  const { setValue, clearErrors } = useFormContext<ControlValues>();
  const invites = useWatch<ControlValues>({ name: invitationKey }) === true;
  return (
    <>
      {invites ? null : children}
      <div className="flex flex-col items-start gap-1">
        <div role="status" className="empty:hidden">
          {invites ? (
            <>
              <p className="text-14 font-medium">{label}</p>
              <p className="text-14 text-pretty">{t('invitationMeans')}</p>
            </>
          ) : null}
        </div>
        <button
          type="button"
          className="-my-1 rounded-control py-1 text-left text-13 font-medium text-accent-text hover:underline touch:min-h-11"
          onClick={() => {
            setValue(invitationKey, !invites, { shouldDirty: true });
            clearErrors([...invitedProperties].map(controlKey));
          }}
        >
          {t(invites ? 'passwordInstead' : 'inviteInstead')}
        </button>
      </div>
    </>
  );
}
