'use client';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { ComboBox } from '#components/ui/combo-box.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { MultiComboBox } from '#components/ui/multi-combo-box.tsx';
import { ProblemBanner } from '#components/users/problem/problem-banner.tsx';
import { ChoicesState, type Offered } from './choices-state.tsx';
import type { Held, HeldKind } from './held-section.tsx';
import type { Change } from './use-change.ts';

export interface GiveDialogProps {
  kind: HeldKind;
  /** The user's. */
  name: string;
  held: readonly Held[];
  /** What the tenant has to give; `note` says what of it is left out. */
  offered: Offered<Held> & { start: () => void; note?: string };
  giving: Pick<Change, 'isPending' | 'problem' | 'forget'>;
  /** Gives what was picked; whether it was done. */
  onGive: (picked: string[]) => Promise<boolean>;
  isOpen: boolean;
  onClose: () => void;
}

/** Picks roles that a user does not have yet, or an organization of which they are no member, and gives them. */
export function GiveDialog({ kind, name, held, offered, giving, onGive, isOpen, onClose }: GiveDialogProps) {
  const t = useTranslations(kind);
  const ui = useTranslations('ui');
  const [picked, setPicked] = useState<string[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what there is to choose is read as it opens.
  useEffect(() => {
    if (!isOpen) return;
    setPicked([]);
    giving.forget();
    offered.start();
  }, [isOpen]);

  const heldIds = new Set(held.map(({ id }) => id));
  const options = (offered.choices ?? [])
    .filter(({ id }) => !heldIds.has(id))
    .map(({ id, name: label }) => ({ value: id, label }));
  const common = { label: t('field'), options, isDisabled: giving.isPending, description: offered.note };

  async function give() {
    if (await onGive(picked)) onClose();
  }

  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      isBusy={giving.isPending}
      title={t('giveTo', { name })}
      actions={
        <>
          <Button onClick={onClose} disabled={giving.isPending}>
            {ui('cancel')}
          </Button>
          <Button
            variant="primary"
            isPending={giving.isPending}
            disabled={picked.length === 0}
            onClick={() => void give()}
          >
            {t('confirmGive')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p className="wrap-anywhere">{t('giveMeans', { name })}</p>
        <ChoicesState {...offered} moreLabel={t('more')} onRetry={offered.start}>
          {options.length === 0 ? (
            <p className="wrap-anywhere text-muted">
              {t('nothingToGive', { name })} {offered.note}
            </p>
          ) : kind === 'roles' ? (
            <MultiComboBox {...common} value={picked} onChange={setPicked} />
          ) : (
            <ComboBox
              {...common}
              value={picked[0] ?? null}
              onChange={(value) => setPicked(value === null ? [] : [value])}
            />
          )}
        </ChoicesState>
        {giving.problem ? <ProblemBanner problem={giving.problem} takesFocus /> : null}
      </div>
    </Dialog>
  );
}
