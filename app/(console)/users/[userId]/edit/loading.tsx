'use client';
import { useTranslations } from 'use-intl';
import { PageHeader } from '#components/ui/page-header.tsx';
import { UserFormSkeleton } from '#components/users/form/user-form-skeleton.tsx';

export default function EditUserLoading() {
  const t = useTranslations('form');
  return (
    <>
      <PageHeader title={t('editUser')} />
      <UserFormSkeleton label={t('loading')} />
    </>
  );
}
