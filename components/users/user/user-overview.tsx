import type { ReactNode } from 'react';
import { KeyValue, KeyValueList } from '#components/ui/key-value-list.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { SectionHeading } from '#components/ui/section-heading.tsx';
import type { PageFact, UserView } from '#lib/users/user-view.ts';

/** What the manager may know of a user, in words. */
export function UserOverview({ user }: { user: UserView }) {
  const shows = (fact: PageFact) => !user.offPage.includes(fact);
  return (
    <div className="grid max-w-300 gap-x-12 gap-y-8 lg:grid-cols-2">
      <Section title="Profile">
        {user.username && shows('username') ? <KeyValue name="Username">{user.username}</KeyValue> : null}
        {user.phoneNumber && shows('phone_number') ? (
          <KeyValue name="Phone number">{user.phoneNumber}</KeyValue>
        ) : null}
        {shows('memberships') ? (
          <KeyValue name={user.membershipsLabel}>{user.memberships.join(', ') || 'None'}</KeyValue>
        ) : null}
        {user.fields.map((field) => (
          <KeyValue key={field.property} name={field.label}>
            {field.value ? (
              <bdi className="whitespace-pre-line">{field.value}</bdi>
            ) : (
              <span className="text-muted">Not set</span>
            )}
          </KeyValue>
        ))}
      </Section>
      <Section title="Sign-in">
        {shows('last_login') ? (
          <KeyValue name="Last login">
            {user.lastLogin ? <RelativeTime value={user.lastLogin} /> : 'Never'}
          </KeyValue>
        ) : null}
        {shows('logins_count') ? <KeyValue name="Logins">{user.loginsCount}</KeyValue> : null}
        {shows('email_verified') ? <KeyValue name="E-mail address">{verifiedInWords(user)}</KeyValue> : null}
        {shows('multifactor') ? (
          <KeyValue name="Second factors">{user.multifactor.join(', ') || 'None'}</KeyValue>
        ) : null}
        {user.identities.map((identity) => (
          <KeyValue key={`${identity.provider}|${identity.userId}`} name="Connection">
            {identity.connection}
            {identity.isSocial ? ' (social)' : ''}
          </KeyValue>
        ))}
        {user.createdAt ? (
          <KeyValue name="Created">
            <RelativeTime value={user.createdAt} />
          </KeyValue>
        ) : null}
        {user.updatedAt ? (
          <KeyValue name="Changed">
            <RelativeTime value={user.updatedAt} />
          </KeyValue>
        ) : null}
        <KeyValue name="User id">
          <code className="font-mono text-13">{user.userId}</code>
        </KeyValue>
      </Section>
    </div>
  );
}

function verifiedInWords({ email, emailVerified }: UserView): string {
  if (email === null) return 'None';
  if (emailVerified === null) return 'Unknown whether verified';
  return emailVerified ? 'Verified' : 'Not verified';
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <SectionHeading>{title}</SectionHeading>
      <KeyValueList>{children}</KeyValueList>
    </section>
  );
}
