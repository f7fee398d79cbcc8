'use client';
import { useState } from 'react';
import { AlertDialog } from '#components/ui/alert-dialog.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { ComboBox } from '#components/ui/combo-box.tsx';
import { DateField } from '#components/ui/date-field.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { FormFooter } from '#components/ui/form-footer.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { MultiComboBox } from '#components/ui/multi-combo-box.tsx';
import { NumberField } from '#components/ui/number-field.tsx';
import { PasswordChecklist } from '#components/ui/password-checklist.tsx';
import { PasswordField } from '#components/ui/password-field.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import { InlineSelect, Select } from '#components/ui/select.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { useToast } from '#components/ui/toast-context.ts';

const departments = [
  'Finance',
  'HR',
  'Marketing',
  'Engineering',
  'IT',
  ...Array.from({ length: 400 }, (_, i) => `Team ${i}`),
].map((label) => ({ value: label, label }));

export function KitToolbar() {
  const [value, setValue] = useState('');
  const [tags, setTags] = useState(['Status: Blocked', 'Connection: Username-Password']);
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <SearchField
        label="Search users"
        placeholder="Search name or e-mail"
        value={value}
        onChange={setValue}
        className="w-72 phone:w-full"
      />
      <InlineSelect
        label="Status"
        isLabelHidden
        options={[
          { value: '', label: 'Any status' },
          { value: 'blocked', label: 'Blocked' },
        ]}
      />
      {tags.map((tag) => (
        <Tag key={tag} onRemove={() => setTags(tags.filter((each) => each !== tag))}>
          {tag}
        </Tag>
      ))}
    </div>
  );
}

export function KitRowMenu({ name, isButton = false }: { name: string; isButton?: boolean }) {
  const [isOpen, setIsOpen] = useState(false);
  const toast = useToast();
  return (
    <>
      <Menu
        label={`Actions for ${name}`}
        onAction={(id) =>
          id === 'delete' ? setIsOpen(true) : toast.show({ tone: 'success', message: `${id} ${name}` })
        }
        sections={[
          {
            id: 'edit',
            items: [
              { id: 'Edit', label: 'Edit' },
              { id: 'Reset', label: 'Send password reset' },
              { id: 'open', label: 'Open', href: '/kit?opened=1' },
            ],
          },
          {
            id: 'danger',
            items: [
              {
                id: 'block',
                label: 'Block',
                isDanger: true,
                disabledReason: 'You can only block users of your own department.',
              },
              { id: 'delete', label: 'Delete', isDanger: true },
            ],
          },
        ]}
      >
        {isButton ? 'Actions' : null}
      </Menu>
      <AlertDialog
        isOpen={isOpen}
        onCancel={() => setIsOpen(false)}
        onConfirm={() => setIsOpen(false)}
        isDanger
        title={`Delete ${name}?`}
        confirmLabel="Delete user"
      >
        She can be restored for 30 days.
      </AlertDialog>
    </>
  );
}

export function KitForm() {
  const [password, setPassword] = useState('');
  const [one, setOne] = useState<string | null>('Finance');
  const [many, setMany] = useState<string[]>(['Finance', 'HR']);
  const [count, setCount] = useState<number | null>(3);
  const [hasErrors, setHasErrors] = useState(false);
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setHasErrors(true);
      }}
    >
      {hasErrors ? (
        <ErrorSummary
          title="Three fields need another look"
          problems={[
            { fieldId: 'kit-email', label: 'E-mail', message: 'This is not an e-mail address' },
            { fieldId: 'kit-dep', label: 'Department', message: 'Choose one' },
            { fieldId: 'kit-count', label: 'Seats', message: 'At most 10' },
          ]}
        />
      ) : null}
      <TextField
        id="kit-email"
        label="E-mail"
        name="email"
        type="email"
        description="Invitations go here."
        error={hasErrors ? 'This is not an e-mail address' : undefined}
      />
      <TextField label="Site" isOptional prefix="@" defaultValue="acme" />
      <PasswordField
        label="Password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        onGenerate={() => setPassword('Generated-Example-42')}
      />
      <PasswordChecklist
        label="The password needs"
        isPristine={password === ''}
        rules={[
          { id: 'l', label: 'at least 8 characters', isMet: password.length >= 8 },
          { id: 'u', label: 'an upper-case letter', isMet: /[A-Z]/.test(password) },
          { id: 'd', label: 'a digit', isMet: /\d/.test(password) },
          { id: 's', label: 'a special character', isMet: /[^\w]/.test(password) },
        ]}
      />
      <Select
        label="Connection"
        options={[
          { value: 'a', label: 'Username-Password-Authentication' },
          { value: 'b', label: 'Staff' },
        ]}
      />
      <ComboBox
        id="kit-dep"
        label="Department"
        options={departments}
        value={one}
        onChange={setOne}
        error={hasErrors ? 'Choose one' : undefined}
      />
      <MultiComboBox
        label="Departments"
        options={departments}
        value={many}
        onChange={setMany}
        allowsNew
        isOptional
        description="Type to find one."
      />
      <NumberField
        id="kit-count"
        label="Seats"
        value={count}
        onChange={setCount}
        min={0}
        max={10}
        error={hasErrors ? 'At most 10' : undefined}
      />
      <DateField label="Starts on" isOptional />
      <TextArea label="Notes" isOptional />
      <Checkbox label="Verify the e-mail address" description="She gets a mail with a link." defaultChecked />
      <Checkbox label="Some of them" isIndeterminate />
      <Checkbox label="Unticked" />
      <FormFooter note="Nothing is saved yet">
        <Button>Cancel</Button>
        <Button type="submit" variant="primary">
          Create user
        </Button>
      </FormFooter>
    </form>
  );
}

export function KitOverlays() {
  const toast = useToast();
  const [isOpen, setIsOpen] = useState(false);
  const [value, setValue] = useState<string | null>(null);
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        onClick={() =>
          toast.show({
            tone: 'success',
            message: 'Renée Müller was created.',
            link: { href: '/kit?x=1', label: 'Open' },
            action: { label: 'Undo', onAction: () => undefined },
          })
        }
      >
        Toast
      </Button>
      <Button
        onClick={() =>
          toast.show({
            tone: 'danger',
            message: 'The tenant did not answer.',
            detail: 'Nothing was saved. Try again in a minute.',
            errorId: 'e-7f3a91c2',
          })
        }
      >
        Error toast
      </Button>
      <Button onClick={() => setIsOpen(true)}>Dialog</Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title="Move to another department"
        actions={
          <>
            <Button onClick={() => setIsOpen(false)}>Cancel</Button>
            <Button variant="primary">Move</Button>
          </>
        }
      >
        <ComboBox label="To department" options={departments} value={value} onChange={setValue} />
      </Dialog>
    </div>
  );
}
