import { Banner } from '#components/ui/banner.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { HookPageView } from '#lib/users/hook-view.ts';
import { HookState } from './hook-state.tsx';
import { hookWords } from './hook-words.ts';
import { TryHookForm, type TryHookFormProps } from './try-hook-form.tsx';

/** One hook: what it decides, where it comes from, and the door to try it. */
export function HookPage({ hook, tryHook }: { hook: HookPageView; tryHook: TryHookFormProps['tryHook'] }) {
  const { name, file, state, fault } = hook;
  return (
    <>
      <PageHeader
        title={`${name} hook`}
        back={{ href: '/hooks', label: 'Hooks' }}
        context={
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span>{hookWords[name].decides}.</span>
            <span className="font-mono text-13">
              <bdi>{file}</bdi>
            </span>
            <HookState state={state} />
          </span>
        }
      />
      <div className="flex flex-col gap-6">
        {state === 'absent' ? (
          <Banner tone="info" title={`There is no ${name} hook.`}>
            {hookWords[name].without} What you try below is not kept.
          </Banner>
        ) : null}
        {fault ? (
          <Banner tone="danger" title={fault.message}>
            Until it is mended, everything that needs it is refused.
          </Banner>
        ) : null}
        <TryHookForm hook={hook} tryHook={tryHook} />
      </div>
    </>
  );
}
