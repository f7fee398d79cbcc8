'use client';
import { useEffect, useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { FormFooter } from '#components/ui/form-footer.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { useToast } from '#components/ui/toast-context.ts';
import type { FormField } from '#lib/users/form/user-form.ts';
import { type Attempt, errorsBesideFieldsMax } from './attempt.ts';
import { type ControlValues, controlKey } from './control-values.ts';
import { FormGroup } from './form-group.tsx';
import {
  type AnyUserForm,
  connectionOf,
  groupFields,
  initialControls,
  readOnlyReason,
  relevantFields,
} from './form-layout.ts';
import { FormNotice } from './form-notice.tsx';
import { invitationKey, invitedProperties } from './invitation-choice.tsx';
import { useLeaveGuard } from './leave-guard.tsx';
import { useFieldChecks } from './use-field-checks.ts';
import { useHydrated } from './use-hydrated.ts';
import { useReloadedForm } from './use-reloaded-form.ts';
import { type SaveResult, useSave } from './use-save.ts';

export interface UserFormProps {
  form: AnyUserForm;
  submitLabel: string;
  cancelHref: string;
  save: (fields: readonly FormField[], controls: ControlValues) => Promise<SaveResult>;
  /** The sentences of the settings hook's own checks, by property. */
  check: (fields: readonly FormField[], controls: ControlValues) => Promise<Record<string, string>>;
}

/** Controls are closed until the script has taken over, and look open: there is nothing to read into it. */
const hydratingClass =
  '[&_.control:disabled]:bg-canvas [&_.control:disabled]:text-ink [&_.control:disabled]:border-control';

/** The form of a user, new or not: fields under headings, Save in view, failures at the top and at the fields. */
export function UserForm({ form, submitLabel, cancelHref, save, check }: UserFormProps) {
  const t = useTranslations('form');
  const methods = useForm<ControlValues>({
    defaultValues: { ...initialControls(form), [invitationKey]: false },
    shouldFocusError: false,
  });
  const chosen = useWatch({ control: methods.control, name: controlKey('connection') });
  const connection = connectionOf(form, chosen);
  const invites = useWatch({ control: methods.control, name: invitationKey }) === true;
  const relevant = relevantFields(form, connection);
  const fields = invites ? relevant.filter(({ property }) => !invitedProperties.has(property)) : relevant;
  const groups = groupFields(form, relevant);

  const toast = useToast();
  const isHydrated = useHydrated();
  const guard = useLeaveGuard(methods.formState.isDirty, cancelHref);
  const reloading = useReloadedForm(form, methods);
  const [timesSeen, setTimesSeen] = useState(0);
  const checked = useFieldChecks(methods, fields, () => check(fields, methods.getValues()));
  const saving = useSave({
    methods,
    checked,
    shown: groupFields(form, fields).flatMap((group) => group.fields),
    save: () => save(fields, methods.getValues()),
    onSaved: (saved) => {
      toast.handOver(saved.toast);
      guard.leave(saved.nextHref);
    },
    onFailed: ({ code }) => {
      setTimesSeen(reloading.times);
      if (code === 'partly-saved') reloading.reload();
    },
  });
  // While it saves, the fields are closed and cannot take the focus.
  useFocusOnError(saving.isSaving ? null : saving.attempt);

  // A form that was loaded again answers the failure that asked for it.
  const isReloaded = reloading.times > timesSeen;
  const isOutdated = isReloaded && saving.attempt?.problem?.code === 'changed-meanwhile';
  const isReadOnly = readOnlyReason(form) !== undefined;
  return (
    <FormProvider {...methods}>
      <form
        noValidate
        className="flex max-w-140 flex-col"
        onSubmit={(event) => {
          event.preventDefault();
          if (isHydrated) void saving.submit();
        }}
      >
        <FormNotice
          attempt={isOutdated ? null : saving.attempt}
          isReloaded={isOutdated}
          isReloading={reloading.isReloading}
          onReload={reloading.reload}
        />
        <fieldset
          disabled={!isHydrated || saving.isSaving}
          className={isHydrated ? 'min-w-0' : `min-w-0 ${hydratingClass}`}
        >
          <div className="flex min-w-0 flex-col gap-8">
            {groups.map((group) => (
              <FormGroup
                key={group.group}
                group={group}
                memberships={form.memberships}
                passwordRules={connection?.passwordPolicy ?? []}
                canInvite={form.mode === 'create' && form.canInvite}
                notes={reloading.notes}
              />
            ))}
          </div>
        </fieldset>
        <FormFooter note={<FooterNote isSaving={saving.isSaving} isUnchanged={saving.isUnchanged} />}>
          <LinkButton href={cancelHref}>{t('cancel')}</LinkButton>
          <Button
            type="submit"
            variant="primary"
            isPending={saving.isSaving || reloading.isReloading}
            disabled={isReadOnly}
          >
            {submitLabel}
          </Button>
        </FormFooter>
      </form>
      {guard.dialog}
    </FormProvider>
  );
}

function FooterNote({ isSaving, isUnchanged }: { isSaving: boolean; isUnchanged: boolean }) {
  const t = useTranslations('form');
  return (
    <span role="status">
      {isSaving ? <span className="sr-only">{t('saving')}</span> : null}
      {isUnchanged ? t('unchanged') : null}
    </span>
  );
}

/** With one or two errors the focus goes to the first field; a banner or a summary takes it by itself. */
function useFocusOnError(attempt: Attempt | null) {
  useEffect(() => {
    const [first] = attempt?.invalid ?? [];
    if (!attempt || attempt.problem || !first || attempt.invalid.length > errorsBesideFieldsMax) return;
    document.getElementById(first.fieldId)?.focus();
  }, [attempt]);
}
