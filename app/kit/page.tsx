import { ConsoleFrame } from '#components/frame/console-frame.tsx';
import { Avatar } from '#components/ui/avatar.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import * as icons from '#components/ui/icons.tsx';
import { CodeIcon, HistoryIcon, ListIcon, PlusIcon, UploadIcon, UsersIcon } from '#components/ui/icons.tsx';
import { Kbd } from '#components/ui/kbd.tsx';
import { KeyValue, KeyValueList } from '#components/ui/key-value-list.tsx';
import { Link } from '#components/ui/link.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { LinkTabs } from '#components/ui/link-tabs.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { SectionHeading } from '#components/ui/section-heading.tsx';
import { TableSkeleton } from '#components/ui/skeleton.tsx';
import { StatusDot } from '#components/ui/status-dot.tsx';
import {
  ColumnHeader,
  RowLink,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
} from '#components/ui/table.tsx';
import { KitForm, KitOverlays, KitRowMenu, KitToolbar } from './kit-client.tsx';

const names = [
  'Renée Müller',
  'Kwame Asante-Boateng',
  'Li Na',
  'Ólafur Þórðarson',
  'María José Fernández de la Vega y Martínez',
  'نور الهاشمي',
  'Aoife Ní Bhriain',
  'Jan',
  'Priya Raghunathan',
  'Tomás O’Donoghue',
];
const states = [
  ['success', 'Active'],
  ['danger', 'Blocked'],
  ['neutral', 'Never signed in'],
  ['warning', 'Unverified'],
] as const;

function Rows({ count }: { count: number }) {
  return Array.from({ length: count }, (_, i) => {
    const name = names[i % names.length] ?? '';
    const email = `person.${i}@finance.example.com`;
    const [tone, word] = states[i % 4] ?? states[0];
    return (
      <TableRow key={email}>
        <TableCell phone="lead" isRowHeader className="md:max-w-64">
          <span className="flex min-w-0 items-center gap-2.5">
            <Avatar name={name} seed={email} size="small" pictureUrl={i === 3 ? '/nowhere.png' : null} />
            <RowLink href={`/kit?user=${i}`} className="truncate">
              {name}
            </RowLink>
          </span>
        </TableCell>
        <TableCell phone="detail" isTruncated className="phone:pl-[34px] max-w-56 text-muted">
          {email}
        </TableCell>
        <TableCell>Finance</TableCell>
        <TableCell>
          {i % 4 === 2 ? (
            <span className="text-muted">Never</span>
          ) : (
            <RelativeTime value={1795400000000 - i * 86400000 * 1.7} />
          )}
        </TableCell>
        <TableCell align="end">{(i * 37) % 210}</TableCell>
        <TableCell>
          <StatusDot tone={tone}>{word}</StatusDot>
        </TableCell>
        <TableCell phone="end" align="end">
          <KitRowMenu name={name} />
        </TableCell>
      </TableRow>
    );
  });
}

function UsersTable({ count }: { count: number }) {
  return (
    <Table label={`Users ${count}`}>
      <TableHead>
        <ColumnHeader sortHref="/kit?sort=-name" sortDirection="ascending">
          Name
        </ColumnHeader>
        <ColumnHeader sortHref="/kit?sort=email">E-mail</ColumnHeader>
        <ColumnHeader>Department</ColumnHeader>
        <ColumnHeader sortHref="/kit?sort=last">Last login</ColumnHeader>
        <ColumnHeader align="end" sortHref="/kit?sort=count">
          Logins
        </ColumnHeader>
        <ColumnHeader>Status</ColumnHeader>
        <ColumnHeader isHidden>Actions</ColumnHeader>
      </TableHead>
      <TableBody>
        <Rows count={count} />
      </TableBody>
    </Table>
  );
}

export default async function KitPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const { rows = '10', only } = await searchParams;
  return (
    <>
      <ConsoleFrame
        tenantTitle="Acme Corporation"
        theme="system"
        demoOutboxHref="http://localhost:4400/outbox"
        person={{ name: 'Kelly Nguyen', department: 'Finance', role: 'Delegated Admin - User' }}
        items={[
          { href: '/kit', label: 'Users', icon: <UsersIcon /> },
          { href: '/import', label: 'Import', icon: <UploadIcon /> },
          { href: '/audit', label: 'Audit', icon: <HistoryIcon /> },
          { href: '/logs', label: 'Log', icon: <ListIcon /> },
          { href: '/hooks', label: 'Hooks', icon: <CodeIcon /> },
        ]}
      >
        <PageHeader
          title="Users"
          context="48 users in Finance"
          actions={
            <LinkButton variant="primary" href="/kit" icon={<PlusIcon />}>
              Create user
            </LinkButton>
          }
        />
        <KitToolbar />
        <UsersTable count={Number(rows)} />
        <Pagination
          label="Pages of users"
          rangeText="1–10 of 48"
          nextHref="/kit?page=1"
          pageSize={10}
          pageSizes={[10, 25, 50, 100].map((size) => ({ size, href: `/kit?size=${size}` }))}
        />
        {only === 'table' ? null : (
          <>
            <div className="mt-12">
              <UsersTable count={1} />
            </div>
            <Table label="Users 0">
              <TableHead>
                <ColumnHeader>Name</ColumnHeader>
              </TableHead>
              <TableBody>{null}</TableBody>
            </Table>
            <EmptyState title="No user fits “zebra”" action={<Button>Clear search</Button>}>
              Searched in name and e-mail, in Finance only.
            </EmptyState>
            <TableSkeleton rows={3} hasPicture />
            <div className="mt-12" />
            <PageHeader
              back={{ href: '/kit', label: 'Users' }}
              title="Renée Müller"
              leading={<Avatar name="Renée Müller" size="large" />}
              context={
                <>
                  renee.mueller@example.com <CopyButton text="renee" label="Copy e-mail" />
                </>
              }
              actions={
                <>
                  <LinkButton href="/kit">Edit</LinkButton>
                  <KitRowMenu name="Renée" isButton />
                </>
              }
            />
            <LinkTabs
              label="Parts of this user"
              currentHref="/kit"
              tabs={[
                { href: '/kit', label: 'Overview' },
                { href: '/kit/h', label: 'History', count: 12 },
                { href: '/kit/l', label: 'Sign-in log' },
                { href: '/kit/d', label: 'Devices and sessions' },
                { href: '/kit/r', label: 'Raw' },
              ]}
            />
            <KeyValueList>
              <KeyValue name="Status">
                <StatusDot tone="success">Active</StatusDot>
              </KeyValue>
              <KeyValue name="User id">
                <code className="font-mono text-13">auth0|5f7c8ec7c33c6c004bbafe82</code>{' '}
                <CopyButton text="x" label="Copy user id" />
              </KeyValue>
              <KeyValue name="Created">
                <RelativeTime value="2026-01-12T09:00:00Z" />
              </KeyValue>
              <KeyValue name="Name">María José Fernández de la Vega y Martínez</KeyValue>
            </KeyValueList>
            <div className="mt-8 flex max-w-140 flex-col gap-4">
              <Banner tone="danger" title="You can only create users within your own department.">
                Refused by your organisation’s rules (write). Nothing was saved.
              </Banner>
              <Banner
                tone="danger"
                title="The tenant did not answer"
                errorId="e-7f3a91c2"
                actions={<Button size="small">Try again</Button>}
              >
                The user was not created. Try again in a minute; what you typed is still here.
              </Banner>
              <Banner tone="warning" title="Somebody else changed this user">
                The e-mail address is now renee@example.com.
              </Banner>
              <Banner tone="info" title="The search index lags">
                Changes of the last seconds may be missing. <Link href="/kit">Reload</Link>
              </Banner>
              <ProgressBar label="Importing" value={12} max={48} valueText="12 of 48 users" />
              <ProgressBar label="Preparing" />
              <div className="flex flex-wrap gap-2">
                <Button variant="primary">Create user</Button>
                <Button>Cancel</Button>
                <Button variant="ghost">Ghost</Button>
                <Button variant="danger">Delete user</Button>
                <Button variant="primary" isPending>
                  Create user
                </Button>
                <Button disabled>Disabled</Button>
                <Button size="small">Small</Button>
                <Kbd>/</Kbd>
              </div>
              <div className="flex flex-wrap gap-3">
                {Object.entries(icons).map(([name, Shape]) => (
                  <Shape key={name} />
                ))}
              </div>
              <div className="flex flex-wrap gap-3">
                {names.map((name) => (
                  <Avatar key={name} name={name} />
                ))}
              </div>
              <SectionHeading description="Who this is.">Identity</SectionHeading>
              <KitForm />
              <KitOverlays />
            </div>
          </>
        )}
      </ConsoleFrame>
    </>
  );
}
