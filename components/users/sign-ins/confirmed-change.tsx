'use client';
import { useRef, useState } from 'react';
import { AlertDialog } from '#components/ui/alert-dialog.tsx';
import { Button } from '#components/ui/button.tsx';
import type { Toast } from '#components/ui/toast-context.ts';
import type { Answer } from '#components/users/form/call-action.ts';
import { ProblemBanner } from '#components/users/problem/problem-banner.tsx';
import { useChange } from '#components/users/roles/use-change.ts';
import { useFocusKept } from './use-focus-kept.ts';

export interface ConfirmedChangeProps<Input, Value> {
  /** The verb on the button. */
  label: string;
  /** Names the button where several have the same verb. */
  accessibleLabel?: string;
  variant?: 'secondary' | 'ghost';
  isDisabled?: boolean;
  /** Names the user. */
  title: string;
  /** What happens, and what does not. */
  consequence: string;
  confirmLabel: string;
  /** What is said when it is done. */
  done: string | ((value: Value, recordId: string | undefined) => Omit<Toast, 'action'>);
  call: (input: Input) => Promise<Answer<Value>>;
  input: Input;
}

/** A button that asks once more and then does it; what goes wrong stands in the question. */
export function ConfirmedChange<Input, Value>({
  label,
  accessibleLabel,
  variant = 'secondary',
  isDisabled = false,
  title,
  consequence,
  confirmLabel,
  done,
  call,
  input,
}: ConfirmedChangeProps<Input, Value>) {
  const [isOpen, setIsOpen] = useState(false);
  const change = useChange(
    call,
    typeof done === 'function' ? done : () => ({ tone: 'success', message: done }),
  );
  const button = useRef<HTMLButtonElement>(null);
  const expectToGo = useFocusKept(button);

  function ask() {
    change.forget();
    setIsOpen(true);
  }

  async function confirm() {
    expectToGo();
    if (await change.send(input)) setIsOpen(false);
  }

  return (
    <>
      <Button
        ref={button}
        size="small"
        variant={variant}
        className={variant === 'ghost' ? '-mr-2 touch:-mr-4' : undefined}
        aria-label={accessibleLabel}
        disabled={isDisabled}
        onClick={ask}
      >
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
