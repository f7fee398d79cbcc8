'use client';
import { useTranslations } from 'use-intl';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { SectionHeading } from '#components/ui/section-heading.tsx';
import { StatusDot } from '#components/ui/status-dot.tsx';
import type { Answer } from '#components/users/form/call-action.ts';
import { ConfirmedChange } from '#components/users/sign-ins/confirmed-change.tsx';
import type { HookName } from '#lib/hook-runner/hook.ts';
import type { HookVersionsView, HookVersionView } from '#lib/users/hooks/hook-version-view.ts';

/** What comes with a file is in force a moment later. */
const aMomentMs = 1_000;

const textStyle =
  'max-h-96 overflow-auto rounded-panel border border-hairline bg-neutral-2 p-4 font-mono text-13';

type PublishHook = (input: { hook: HookName; number: number; instead: number }) => Promise<Answer<unknown>>;

/** All texts that a hook had, the newest first; each former one can be published again. */
export function HookVersions({ view, publishHook }: { view: HookVersionsView; publishHook: PublishHook }) {
  const t = useTranslations('hookVersions');
  return (
    <section aria-labelledby="versions" className="mt-10 flex flex-col gap-4">
      <SectionHeading id="versions" description={t('description')}>
        {t('title')}
      </SectionHeading>
      {view.versions.length === 0 ? <p className="text-muted">{t('none')}</p> : null}
      <ol className="flex flex-col divide-y divide-hairline">
        {view.versions.map((version) => (
          <li key={version.number} className="py-3 first:pt-0">
            <Version view={view} version={version} publishHook={publishHook} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Version({
  view: { hook, current },
  version,
  publishHook,
}: {
  view: HookVersionsView;
  version: HookVersionView;
  publishHook: PublishHook;
}) {
  const t = useTranslations('hookVersions');
  const { number, text } = version;
  const isCurrent = number === current?.number;
  const isInForceSinceItCame =
    isCurrent && Date.parse(current.since) - Date.parse(version.cameAt) < aMomentMs;
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-72">
        <h3 className="flex flex-wrap items-center gap-x-3 font-medium">
          <span className="tabular">{t('version', { version: number })}</span>
          {isCurrent ? <StatusDot tone="success">{t('inForce')}</StatusDot> : null}
        </h3>
        {isCurrent && !isInForceSinceItCame ? (
          <p className="mt-1 text-13 text-muted wrap-anywhere">
            {t('since')} <RelativeTime value={current.since} />,{' '}
            {t(`origins.${current.origin}`, { from: current.cameFrom })}
          </p>
        ) : null}
        <p className="mt-1 text-13 text-muted wrap-anywhere">
          {t('came', { origin: t(`origins.${version.origin}`, { from: version.cameFrom }) })},{' '}
          <RelativeTime value={version.cameAt} />
        </p>
        {text === undefined ? (
          <p className="mt-1 text-13">{t('noHook', { hook })}</p>
        ) : (
          <details className="mt-1">
            <summary className="w-fit cursor-default rounded-control text-13 touch:py-3">{t('text')}</summary>
            <section aria-label={t('textOf', { version: number })} className="mt-2">
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
              <pre tabIndex={0} className={textStyle}>
                {text}
              </pre>
            </section>
          </details>
        )}
      </div>
      {isCurrent || !current ? null : (
        <ConfirmedChange
          label={t('publish')}
          accessibleLabel={t('publishVersion', { version: number })}
          title={t('question', { version: number, hook })}
          consequence={t(text === undefined ? 'consequenceOfNone' : 'consequence', {
            hook,
            current: current.number,
          })}
          confirmLabel={t('publishVersion', { version: number })}
          done={t('done', { version: number, hook })}
          call={publishHook}
          input={{ hook, number, instead: current.number }}
        />
      )}
    </div>
  );
}
