import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';

/** For an address that names none of the six. */
export default function HookNotFound() {
  return (
    <>
      <PageHeader title="Not found" />
      <EmptyState
        title="There is no hook of this name"
        action={<LinkButton href="/hooks">See the hooks</LinkButton>}
      >
        The link may be old or mistyped.
      </EmptyState>
    </>
  );
}
