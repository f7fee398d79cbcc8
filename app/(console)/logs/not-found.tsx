import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';

/** One answer for an entry that there is not and for one that is about somebody else's user. */
export default function LogNotFound() {
  return (
    <>
      <PageHeader title="Not found" />
      <EmptyState
        title="There is no such entry in the log, or it is not about one of your users"
        action={<LinkButton href="/logs">See the log</LinkButton>}
      >
        The tenant keeps its log for some days only; the entry may be gone by now.
      </EmptyState>
    </>
  );
}
