import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        title="There is no such page"
        action={<LinkButton href="/users">Go to your users</LinkButton>}
      >
        The address may be mistyped or out of date.
      </EmptyState>
    </main>
  );
}
