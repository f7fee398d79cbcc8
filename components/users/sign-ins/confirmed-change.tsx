'use client';
import { useState } from 'react';
import { AlertDialog } from '#components/ui/alert-dialog.tsx';
import { Button } from '#components/ui/button.tsx';
import type { Answer } from '#components/users/form/call-action.ts';
import { ProblemBanner } from '#components/users/problem/problem-banner.tsx';
import { useChange } from '#components/users/roles/use-change.ts';

export interface ConfirmedChangeProps<Input> {
  /** The verb on the button. */
  label: string;
  /** Names the button where several have the same verb. */
  accessibleLabel?: string;
  variant?: 'secondary' | 'ghost';
  /** Names the user. */
  title: string;
  /** What happens, and what does not. */
  consequence: string;
  confirmLabel: string;
  /** What is said when it is done. */
  done: string;
  call: (input: Input) => Promise<Answer<unknown>>;
  input: Input;
}

/** A button that asks once more and then does it; what goes wrong stands in the question. */
export function ConfirmedChange<Input>({
  label,
  accessibleLabel,
  variant = 'secondary',
  title,
  consequence,
  confirmLabel,
  done,
  call,
  input,
}: ConfirmedChangeProps<Input>) {
  const [isOpen, setIsOpen] = useState(false);
  const change = useChange(call, () => ({ tone: 'success', message: done }));

  function ask() {
    change.forget();
    setIsOpen(true);
  }

  async function confirm() {
    if (await change.send(input)) setIsOpen(false);
  }

  return (
    <>
      <Button size="small" variant={variant} aria-label={accessibleLabel} onClick={ask}>
        {label}
      </Button>
      <AlertDialog
        isOpen={isOpen}
        onCancel={() => setIsOpen(false)}
        onConfirm={() => void confirm()}
        title={title}
        confirmLabel={confirmLabel}
        isDanger
        isPending={change.isPending}
      >
        <div className="flex flex-col gap-4">
          <p className="wrap-anywhere">{consequence}</p>
          {change.problem ? <ProblemBanner problem={change.problem} takesFocus /> : null}
        </div>
      </AlertDialog>
    </>
  );
}
