'use client';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { useTranslations } from 'use-intl';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { alternativeStyle, styleCookieName } from './style-choice.ts';

const yearSeconds = 31_536_000;

/** Switches between the tenant's two style sheets; the server gives the other one at once and from then on. */
export function StyleSwitch({ isAlternative }: { isAlternative: boolean }) {
  const t = useTranslations('frame');
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  return (
    <div className="px-2">
      <Checkbox
        label={t('alternativeStyle')}
        checked={isAlternative !== isPending}
        onChange={(event) => {
          const lifetime = event.target.checked ? yearSeconds : 0;
          // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http.
          document.cookie = `${styleCookieName}=${alternativeStyle}; path=/; max-age=${lifetime}; samesite=lax`;
          startTransition(() => router.refresh());
        }}
      />
    </div>
  );
}
