import type { ReactNode } from 'react';
import { Icon, type IconProps } from './icon.tsx';

function icon(shape: ReactNode) {
  return (props: IconProps) => <Icon {...props}>{shape}</Icon>;
}

export const SearchIcon = icon(
  <>
    <circle cx="7" cy="7" r="4.25" />
    <path d="m10.25 10.25 3.25 3.25" />
  </>,
);
export const PlusIcon = icon(<path d="M8 3.25v9.5M3.25 8h9.5" />);
export const CheckIcon = icon(<path d="m3.25 8.5 3.25 3.25 6.25-7" />);
export const CrossIcon = icon(<path d="m4 4 8 8M12 4l-8 8" />);
export const ChevronDownIcon = icon(<path d="m4.5 6.5 3.5 3.5 3.5-3.5" />);
export const ChevronLeftIcon = icon(<path d="M9.5 4.5 6 8l3.5 3.5" />);
export const ChevronRightIcon = icon(<path d="M6.5 4.5 10 8l-3.5 3.5" />);
export const SortUpIcon = icon(<path d="M8 12.5v-9M4.75 6.75 8 3.5l3.25 3.25" />);
export const SortDownIcon = icon(<path d="M8 3.5v9M4.75 9.25 8 12.5l3.25-3.25" />);
export const SortNoneIcon = icon(<path d="M5.25 6.25 8 3.5l2.75 2.75M5.25 9.75 8 12.5l2.75-2.75" />);
export const DotsIcon = icon(<path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2" />);
export const CopyIcon = icon(
  <>
    <rect x="5.75" y="5.75" width="7.5" height="7.5" rx="1.5" />
    <path d="M10.25 3.75v-.5a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h.5" />
  </>,
);
export const EyeIcon = icon(
  <>
    <path d="M1.75 8S4 3.75 8 3.75 14.25 8 14.25 8 12 12.25 8 12.25 1.75 8 1.75 8Z" />
    <circle cx="8" cy="8" r="1.75" />
  </>,
);
export const EyeOffIcon = icon(
  <>
    <path d="M6.4 4A5.9 5.9 0 0 1 8 3.75C12 3.75 14.25 8 14.25 8a11 11 0 0 1-1.7 2.2M9.9 11.95a6 6 0 0 1-1.9.3C4 12.25 1.75 8 1.75 8a11 11 0 0 1 2.4-2.85M2.5 2.5l11 11" />
    <path d="M6.75 6.75a1.75 1.75 0 0 0 2.5 2.5" />
  </>,
);
export const SunIcon = icon(
  <>
    <circle cx="8" cy="8" r="2.75" />
    <path d="M8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M12.6 3.4l-.7.7M4.1 11.9l-.7.7" />
  </>,
);
export const MoonIcon = icon(<path d="M13.25 9.6A5.75 5.75 0 0 1 6.4 2.75 5.75 5.75 0 1 0 13.25 9.6Z" />);
export const MonitorIcon = icon(
  <>
    <rect x="1.75" y="2.75" width="12.5" height="8.5" rx="1.5" />
    <path d="M5.5 13.75h5M8 11.25v2.5" />
  </>,
);
export const UsersIcon = icon(
  <>
    <circle cx="6" cy="5.5" r="2.5" />
    <path d="M1.5 13.5a4.5 4.5 0 0 1 9 0M10.75 3.25a2.5 2.5 0 0 1 0 4.5M12.25 9.75a4.5 4.5 0 0 1 2.25 3.75" />
  </>,
);
export const AuditIcon = icon(
  <>
    <path d="M3.25 2.75h6.5l3 3v7.5h-9.5ZM9.5 2.75V6h3.25" />
    <path d="m5.5 9.5 1.5 1.5 3-3" />
  </>,
);
export const LogIcon = icon(<path d="M2.5 4h1M2.5 8h1M2.5 12h1M6 4h7.5M6 8h7.5M6 12h5" />);
export const HooksIcon = icon(<path d="m5.25 4.5-3.5 3.5 3.5 3.5M10.75 4.5l3.5 3.5-3.5 3.5M9 3.25l-2 9.5" />);
/** A gauge: what is left of the calls to the tenant. */
export const TenantIcon = icon(
  <>
    <path d="M2.25 11.5a6 6 0 1 1 11.5 0" />
    <path d="m8 10 2.5-3.5" />
  </>,
);
export const LogOutIcon = icon(
  <path d="M6.25 2.75h-2.5a1 1 0 0 0-1 1v8.5a1 1 0 0 0 1 1h2.5M10.5 5.25 13.25 8l-2.75 2.75M13 8H6.5" />,
);
export const MenuBarsIcon = icon(<path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />);
export const WarningIcon = icon(
  <path d="M7.13 2.75a1 1 0 0 1 1.74 0l5 9a1 1 0 0 1-.87 1.5H3a1 1 0 0 1-.87-1.5ZM8 6.25v3M8 11.25h.01" />,
);
export const InfoIcon = icon(
  <>
    <circle cx="8" cy="8" r="6" />
    <path d="M8 7.5v3.25M8 5.25h.01" />
  </>,
);
