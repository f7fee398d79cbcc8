import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';

/** One answer for what is not there and for what is not yours. */
export default function ConsoleNotFound() {
  return (
    <>
      <PageHeader title="Not found" />
      <EmptyState
        title="There is no such user, or it is not one of yours"
        action={<LinkButton href="/users">See your users</LinkButton>}
      >
        The link may be old, or the user may have moved to somebody else’s care.
      </EmptyState>
    </>
  );
}
