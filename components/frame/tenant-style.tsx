export type TenantStyleProps = {
  /** Addresses of the tenant's own style sheets. */
  usual?: string;
  alternative?: string;
  isAlternative: boolean;
};

/** The tenant's style sheet, or the one that the manager has switched to in its place. */
export function TenantStyle({ usual, alternative, isAlternative }: TenantStyleProps) {
  const address = isAlternative && alternative ? alternative : usual;
  return address ? <link rel="stylesheet" href={address} /> : null;
}
