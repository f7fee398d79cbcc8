import type { ReactNode } from 'react';
import { KeyValue, KeyValueList } from '#components/ui/key-value-list.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { SectionHeading } from '#components/ui/section-heading.tsx';
import type { PageFact, UserView } from '#lib/users/user-view.ts';
import type { Translate } from '#messages/catalogue.ts';
import { getTranslations } from '#messages/server.ts';

/** What the manager may know of a user, in words. */
export async function UserOverview({ user }: { user: UserView }) {
  const t = await getTranslations('user');
  const shows = (fact: PageFact) => !user.offPage.includes(fact);
  return (
    <div className="grid max-w-300 gap-x-12 gap-y-8 lg:grid-cols-2">
      <Section title={t('profile')}>
        {user.username && shows('username') ? (
          <KeyValue name={t('username')}>{user.username}</KeyValue>
        ) : null}
        {user.phoneNumber && shows('phone_number') ? (
          <KeyValue name={t('phoneNumber')}>{user.phoneNumber}</KeyValue>
        ) : null}
        {shows('memberships') ? (
          <KeyValue name={user.membershipsLabel}>{user.memberships.join(', ') || t('none')}</KeyValue>
        ) : null}
        {user.fields.map((field) => (
          <KeyValue key={field.property} name={field.label}>
            {field.value ? (
              <bdi className="whitespace-pre-line">{field.value}</bdi>
            ) : (
              <span className="text-muted">{t('notSet')}</span>
            )}
          </KeyValue>
        ))}
      </Section>
      <Section title={t('signIn')}>
        {shows('last_login') ? (
          <KeyValue name={t('lastLogin')}>
            {user.lastLogin ? <RelativeTime value={user.lastLogin} /> : t('never')}
          </KeyValue>
        ) : null}
        {shows('logins_count') ? (
          <KeyValue name={t('logins')}>{t('number', { value: user.loginsCount })}</KeyValue>
        ) : null}
        {shows('email_verified') ? <KeyValue name={t('email')}>{verifiedInWords(user, t)}</KeyValue> : null}
        {shows('multifactor') ? (
          <KeyValue name={t('secondFactors')}>{user.multifactor.join(', ') || t('none')}</KeyValue>
        ) : null}
        {user.identities.map(({ provider, userId, connection, isSocial }) => (
          <KeyValue key={`${provider}|${userId}`} name={t('connection')}>
            {isSocial ? t('social', { connection }) : connection}
          </KeyValue>
        ))}
        {user.createdAt ? (
          <KeyValue name={t('created')}>
            <RelativeTime value={user.createdAt} />
          </KeyValue>
        ) : null}
        {user.updatedAt ? (
          <KeyValue name={t('changed')}>
            <RelativeTime value={user.updatedAt} />
          </KeyValue>
        ) : null}
        <KeyValue name={t('userId')}>
          <code className="font-mono text-13">{user.userId}</code>
        </KeyValue>
      </Section>
    </div>
  );
}

function verifiedInWords({ email, emailVerified }: UserView, t: Translate<'user'>): string {
  if (email === null) return t('none');
  if (emailVerified === null) return t('unknownVerified');
  return emailVerified ? t('verified') : t('notVerified');
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <SectionHeading>{title}</SectionHeading>
      <KeyValueList>{children}</KeyValueList>
    </section>
  );
}
