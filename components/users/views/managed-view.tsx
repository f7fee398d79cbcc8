'use client';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Menu } from '#components/ui/menu.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { useChange } from '#components/users/roles/use-change.ts';
import type { SavedView } from '#lib/users/saved-view.ts';
import type { ViewCalls } from './view-calls.ts';
import { ViewNameForm } from './view-name-form.tsx';
import { ViewQuestion } from './view-question.tsx';

const tasks = ['rename', 'share', 'unshare', 'delete'] as const;
type Task = (typeof tasks)[number];

/** One view: its name and a menu, or in their place what is being done to it. */
export function ManagedView({
  view,
  mayShare,
  calls,
}: {
  view: SavedView;
  mayShare: boolean;
  calls: ViewCalls;
}) {
  const t = useTranslations('views');
  const { viewId, name, isShared } = view;
  const [task, setTask] = useState<Task>();
  const menuRef = useRef<HTMLButtonElement>(null);
  const hadTask = useRef(false);
  useEffect(() => {
    if (hadTask.current && task === undefined) menuRef.current?.focus();
    hadTask.current = task !== undefined;
  }, [task]);
  const done = (what: Task) => () => ({ tone: 'success', message: t(`done.${what}`, { name }) }) as const;
  const renaming = useChange(calls.rename, done('rename'));
  const sharing = useChange(calls.share, done(isShared ? 'unshare' : 'share'));
  const deleting = useChange(calls.delete, done('delete'));
  const end = () => setTask(undefined);

  if (task === 'rename') {
    return (
      <ViewNameForm
        name={name}
        confirmLabel={t('rename')}
        change={renaming}
        onCancel={end}
        onConfirm={async (typed) => {
          if (await renaming.send({ viewId, name: typed })) end();
        }}
      />
    );
  }
  if (task !== undefined) {
    const change = task === 'delete' ? deleting : sharing;
    return (
      <ViewQuestion
        title={t(`question.${task}`, { name })}
        consequence={t(`means.${task === 'delete' && isShared ? 'deleteShared' : task}`)}
        confirmLabel={t(task)}
        isDanger={task === 'delete'}
        change={change}
        onCancel={end}
        onConfirm={async () => {
          const isDone =
            task === 'delete'
              ? await deleting.send({ viewId })
              : await sharing.send({ viewId, isShared: task === 'share' });
          if (isDone && task !== 'delete') end();
        }}
      />
    );
  }
  const sharingItem = { id: isShared ? 'unshare' : 'share', label: t(isShared ? 'unshare' : 'share') };
  return (
    <div className="flex items-center gap-3">
      <span className="min-w-0 flex-1 wrap-anywhere">
        <bdi>{name}</bdi>
      </span>
      {isShared ? <Tag>{t('isShared')}</Tag> : null}
      <Menu
        label={t('actionsFor', { name })}
        triggerRef={menuRef}
        sections={[
          { id: 'change', items: [{ id: 'rename', label: t('rename') }, ...(mayShare ? [sharingItem] : [])] },
          { id: 'end', items: [{ id: 'delete', label: t('delete'), isDanger: true }] },
        ]}
        onAction={(id) => {
          for (const change of [renaming, sharing, deleting]) change.forget();
          setTask(tasks.find((one) => one === id));
        }}
      />
    </div>
  );
}
