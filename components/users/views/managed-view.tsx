'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { useChange } from '#components/users/roles/use-change.ts';
import type { SavedView } from '#lib/users/views/saved-view.ts';
import type { ViewCalls } from './view-calls.ts';
import { ViewNameForm } from './view-name-form.tsx';
import { ViewQuestion } from './view-question.tsx';

type Task = 'rename' | 'share' | 'delete';

/** One view: its name and what can be done to it, or in their place what is being done. */
export function ManagedView({
  view: { viewId, name, isShared },
  mayShare,
  calls,
}: {
  view: SavedView;
  mayShare: boolean;
  calls: ViewCalls;
}) {
  const t = useTranslations('views');
  const [task, setTask] = useState<Task>();
  /** Its button gets the focus back when it is over. */
  const [lastTask, setLastTask] = useState<Task>();
  /** What is shared already can only be shared no more. */
  const verbOf = (one: Task) => (one === 'share' && isShared ? 'unshare' : one);
  const done = (one: Task) => () =>
    ({ tone: 'success', message: t(`done.${verbOf(one)}`, { name }) }) as const;
  const renaming = useChange(calls.rename, done('rename'));
  const sharing = useChange(calls.share, done('share'));
  const deleting = useChange(calls.delete, done('delete'));
  const end = () => setTask(undefined);

  if (task === undefined) {
    const offered: Task[] = mayShare ? ['rename', 'share', 'delete'] : ['rename', 'delete'];
    return (
      <div className="flex flex-wrap items-center gap-x-3">
        <span className="min-w-0 flex-1 basis-40 wrap-anywhere">
          <bdi>{name}</bdi>
        </span>
        <span className="-mr-2 ml-auto flex flex-wrap justify-end touch:-mr-4">
          {offered.map((one) => (
            <Button
              key={one}
              size="small"
              variant="ghost"
              aria-label={t('of', { action: t(verbOf(one)), name })}
              autoFocus={one === lastTask}
              onClick={() => {
                for (const change of [renaming, sharing, deleting]) change.forget();
                setTask(one);
                setLastTask(one);
              }}
            >
              {t(verbOf(one))}
            </Button>
          ))}
        </span>
      </div>
    );
  }
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
  const verb = task === 'delete' ? task : isShared ? 'unshare' : 'share';
  return (
    <ViewQuestion
      title={t(`question.${verb}`, { name })}
      consequence={t(`means.${task === 'delete' && isShared ? 'deleteShared' : verb}`)}
      confirmLabel={t(verb)}
      isDanger={task === 'delete'}
      change={task === 'delete' ? deleting : sharing}
      onCancel={end}
      onConfirm={async () => {
        if (task === 'delete') await deleting.send({ viewId });
        else if (await sharing.send({ viewId, isShared: !isShared })) end();
      }}
    />
  );
}
