'use client';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { useSelection } from './selection-context.ts';

/** The box of one row. With Shift it takes all from the one before to this one. */
export function SelectUser({ userId, name }: { userId: string; name: string }) {
  const t = useTranslations('bulk');
  const selection = useSelection();
  return (
    <Checkbox
      label={t('selectUser', { name })}
      isLabelHidden
      className="flex *:items-center [&_span]:mt-0"
      data-select-user
      checked={selection.isSelected(userId)}
      onChange={({ currentTarget, nativeEvent }) =>
        selection.tick(
          userId,
          currentTarget.checked,
          'shiftKey' in nativeEvent && nativeEvent.shiftKey === true,
        )
      }
    />
  );
}

/** The box over all rows of the page. */
export function SelectPage() {
  const t = useTranslations('bulk');
  const selection = useSelection();
  return (
    <Checkbox
      label={t('selectPage')}
      isLabelHidden
      className="flex *:items-center [&_span]:mt-0"
      data-selection-start
      checked={selection.isEverybody}
      isIndeterminate={selection.users.length > 0 && !selection.isEverybody}
      onChange={({ currentTarget }) => selection.tickEverybody(currentTarget.checked)}
    />
  );
}

/** Brings the boxes where the rows have no room for them. */
export function SelectButton() {
  const t = useTranslations('bulk');
  const selection = useSelection();
  return (
    <Button data-selection-start className="sm:hidden" onClick={selection.begin}>
      {t('select')}
    </Button>
  );
}
