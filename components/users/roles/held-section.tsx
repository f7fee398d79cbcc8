'use client';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { SectionHeading } from '#components/ui/section-heading.tsx';
import { ConfirmedChange, type ConfirmedChangeProps } from '#components/users/sign-ins/confirmed-change.tsx';
import type { PartPermission } from '#lib/users/form/user-form.ts';
import { GiveDialog, type GiveDialogProps } from './give-dialog.tsx';
import { HeldItem, HeldList } from './held-list.tsx';

/** A role or an organization. */
export interface Held {
  id: string;
  name: string;
  description?: string;
  /** Why this manager can neither give nor take it away, or `null`. */
  reasonAgainst?: string | null;
}

/** What of the tenant's a user holds, in an area of messages that name the same for each. */
export type HeldKind = 'roles' | 'organizations';

export type HeldSectionProps<Taking, Taken> = Pick<GiveDialogProps, 'offered' | 'giving' | 'onGive'> & {
  kind: HeldKind;
  user: { userId: string; name: string };
  held: readonly Held[];
  change: PartPermission;
  /** What is said where the user holds nothing. */
  empty: string;
  /** Takes one away. */
  taking: Pick<ConfirmedChangeProps<Taking, Taken>, 'call' | 'done'> & { inputOf: (held: Held) => Taking };
  /** The way to the other pages. */
  children?: ReactNode;
};

/** The roles or the organizations of a user, and the ways to change them. */
export function HeldSection<Taking, Taken>({
  kind,
  user: { name },
  held,
  change,
  empty,
  offered,
  giving,
  onGive,
  taking: { inputOf, ...taking },
  children,
}: HeldSectionProps<Taking, Taken>) {
  const t = useTranslations(kind);
  const [isGiving, setIsGiving] = useState(false);
  return (
    <section className="max-w-160">
      <SectionHeading
        description={change.permitted ? undefined : change.reason}
        actions={
          change.permitted ? (
            <Button size="small" onClick={() => setIsGiving(true)}>
              {t('give')}
            </Button>
          ) : null
        }
      >
        {t('title')}
      </SectionHeading>
      {held.length > 0 ? (
        <HeldList label={t('listOf', { name })}>
          {held.map((one) => (
            <HeldItem
              key={one.id}
              name={one.name}
              description={one.description}
              note={change.permitted ? one.reasonAgainst : null}
              action={
                change.permitted ? (
                  <ConfirmedChange
                    {...taking}
                    label={t('take')}
                    accessibleLabel={t('takeOne', { held: one.name })}
                    variant="ghost"
                    isDisabled={typeof one.reasonAgainst === 'string'}
                    title={t('takeFrom', { held: one.name, name })}
                    consequence={t('takeMeans', { name })}
                    confirmLabel={t('confirmTake')}
                    input={inputOf(one)}
                  />
                ) : null
              }
            />
          ))}
        </HeldList>
      ) : (
        <EmptyState title={t('noneTitle')} headingLevel={3}>
          {empty}
        </EmptyState>
      )}
      {children}
      <GiveDialog
        kind={kind}
        name={name}
        held={held}
        offered={offered}
        giving={giving}
        onGive={onGive}
        isOpen={isGiving}
        onClose={() => setIsGiving(false)}
      />
    </section>
  );
}
