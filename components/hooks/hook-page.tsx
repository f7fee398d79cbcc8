import { Banner } from '#components/ui/banner.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { HookPageView } from '#lib/users/hooks/hook-view.ts';
import { getTranslations } from '#messages/server.ts';
import { HookState } from './hook-state.tsx';
import { TryHookForm, type TryHookFormProps } from './try-hook-form.tsx';

/** One hook: what it decides, where it comes from, and the door to try it. */
export async function HookPage({
  hook,
  tryHook,
}: {
  hook: HookPageView;
  tryHook: TryHookFormProps['tryHook'];
}) {
  const t = await getTranslations('hooks');
  const { name, file, state, fault } = hook;
  return (
    <>
      <PageHeader
        title={t('nameOfHook', { name })}
        back={{ href: '/hooks', label: t('title') }}
        context={
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span>{t('decidesSentence', { decides: t(`decides.${name}`) })}</span>
            <span className="font-mono text-13">
              <bdi>{file}</bdi>
            </span>
            <HookState state={state} />
          </span>
        }
      />
      <div className="flex flex-col gap-6">
        {state === 'absent' ? (
          <Banner tone="info" title={t('absentTitle', { name })}>
            {t(`without.${name}`)} {t('notKept')}
          </Banner>
        ) : null}
        {fault ? (
          <Banner tone="danger" title={fault.message}>
            {t('untilMended')}
          </Banner>
        ) : null}
        <TryHookForm hook={hook} tryHook={tryHook} />
      </div>
    </>
  );
}
