'use client';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { type BulkAction, bulkActions } from '#lib/users/bulk/bulk-view.ts';
import { handyActions, lastAction, otherActions } from './bulk-action.ts';
import { useSelection } from './selection-context.ts';

/** How many are selected and what can be done to them, in place of the filters. */
export function BulkBar({ onAsk }: { onAsk: (action: BulkAction) => void }) {
  const t = useTranslations('bulk');
  const { users, isEverybody, tickEverybody, clear } = useSelection();
  const count = users.length;
  const item = (action: BulkAction) => ({
    id: action,
    label: t(`label.${action}`),
    isDanger: action === lastAction,
  });
  const ask = (id: string) => {
    const action = bulkActions.find((one) => one === id);
    if (action) onAsk(action);
  };
  const others = { id: 'others', items: otherActions.map(item) };
  return (
    <section aria-label={t('bar')} data-bulk-bar className="flex min-w-0 flex-wrap items-center gap-2">
      <p className="mr-1 text-14 font-medium whitespace-nowrap">{t('selected', { count })}</p>
      <Button variant="ghost" onClick={clear} className="phone:order-last phone:ml-auto phone:px-2!">
        {t(count > 0 ? 'clear' : 'end')}
      </Button>
      <div className="hidden items-center gap-2 sm:flex">
        {handyActions.map((action) => (
          <Button key={action} onClick={() => onAsk(action)}>
            {t(`label.${action}`)}
          </Button>
        ))}
        <Menu label={t('more')} sections={[others]} onAction={ask}>
          {t('more')}
        </Menu>
        <Button onClick={() => onAsk(lastAction)} className="text-danger-text!">
          {t(`label.${lastAction}`)}
        </Button>
      </div>
      <div className="flex items-center gap-2 sm:hidden">
        {count === 0 || !isEverybody ? (
          <Button variant="ghost" onClick={() => tickEverybody(true)} className="px-2!">
            {t('selectAll')}
          </Button>
        ) : null}
        {count > 0 ? (
          <Menu
            label={t('actions')}
            sections={[
              { id: 'handy', items: handyActions.map(item) },
              others,
              { id: 'last', items: [item(lastAction)] },
            ]}
            onAction={ask}
          >
            {t('actions')}
          </Menu>
        ) : null}
      </div>
    </section>
  );
}
